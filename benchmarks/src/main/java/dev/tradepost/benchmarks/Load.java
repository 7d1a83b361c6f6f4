package dev.tradepost.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;

/**
 * Closed load of the raw loop: every worker has a thread, and does the next when the last is done.
 * The first failure ends the phase and the run.
 */
final class Load {
  private final AtomicBoolean failed = new AtomicBoolean();
  private final CyclicBarrier start;
  private final long wantedNanos;

  private Load(int clients, double seconds) {
    start = new CyclicBarrier(clients);
    wantedNanos = (long) (seconds * 1e9);
  }

  /** Does one operation at a time; used by one thread. */
  @FunctionalInterface
  interface Worker {

    /** Does it once; false where nothing was left to do it to. */
    boolean once() throws Exception;
  }

  /** Lets so many of these work for so long, or until there is nothing left to do. */
  static Sample run(IntFunction<Worker> workers, int clients, double seconds) throws Exception {
    Load load = new Load(clients, seconds);
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    try {
      List<Callable<Latencies>> tasks = new ArrayList<>();
      for (int i = 0; i < clients; i++) {
        Worker worker = workers.apply(i);
        tasks.add(() -> load.client(worker));
      }
      List<Latencies> all = new ArrayList<>();
      for (Future<Latencies> done : threads.invokeAll(tasks)) {
        all.add(get(done));
      }
      return Latencies.sample(all);
    } finally {
      threads.shutdown();
    }
  }

  private Latencies client(Worker worker) throws Exception {
    start.await();
    Latencies latencies = new Latencies(System.nanoTime());
    try {
      while (latencies.elapsed() < wantedNanos && !failed.get() && worker.once()) {
        latencies.add(System.nanoTime());
      }
      return latencies;
    } catch (Exception e) {
      failed.set(true);
      throw e;
    }
  }

  private static Latencies get(Future<Latencies> future) throws Exception {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a worker failed: " + e.getCause().getMessage(), e);
    }
  }
}
