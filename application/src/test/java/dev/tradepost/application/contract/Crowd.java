package dev.tradepost.application.contract;

import dev.tradepost.domain.shared.Reason;
import dev.tradepost.domain.shared.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;

/**
 * What came of many doing something at once; a fault that is no refusal breaks the test.
 *
 * @param done the answers of those who could
 * @param refused the reasons of those who could not
 */
public record Crowd<T>(List<T> done, List<Reason> refused) {
  private static final int PATIENCE_SECONDS = 60;

  /** Lets so many threads start together, each with its number from 0. */
  public static <T> Crowd<T> atOnce(int size, IntFunction<T> deed) {
    ExecutorService threads = Executors.newFixedThreadPool(size);
    CyclicBarrier start = new CyclicBarrier(size);
    try {
      List<Future<Crowd<T>>> futures = new ArrayList<>();
      for (int i = 0; i < size; i++) {
        int number = i;
        futures.add(
            threads.submit(
                () -> {
                  start.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
                  return alone(number, deed);
                }));
      }
      Crowd<T> all = new Crowd<>(new ArrayList<>(), new ArrayList<>());
      for (Future<Crowd<T>> future : futures) {
        Crowd<T> one = future.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        all.done.addAll(one.done);
        all.refused.addAll(one.refused);
      }
      return all;
    } catch (Exception e) {
      throw new AssertionError("somebody in the crowd met a fault", e);
    } finally {
      end(threads);
    }
  }

  /** Waits for stragglers, whose work would disturb the next test; an interrupt would close H2. */
  private static void end(ExecutorService threads) {
    threads.shutdown();
    try {
      threads.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static <T> Crowd<T> alone(int number, IntFunction<T> deed) {
    try {
      return new Crowd<>(List.of(deed.apply(number)), List.of());
    } catch (Rejection rejection) {
      return new Crowd<>(List.of(), List.of(rejection.reason()));
    }
  }

  /** The one answer, where exactly one could. */
  public Optional<T> winner() {
    return done.size() == 1 ? Optional.of(done.get(0)) : Optional.empty();
  }
}
