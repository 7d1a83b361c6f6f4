package dev.tradepost.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Closed load: every client sends its next request when it has the answer to the last. The first
 * failure ends the phase and the run.
 */
final class Load {
  private final AtomicBoolean failed = new AtomicBoolean();
  private final CyclicBarrier start;
  private final long wantedNanos;

  private Load(int clients, double seconds) {
    start = new CyclicBarrier(clients);
    wantedNanos = (long) (seconds * 1e9);
  }

  /** Does the operation with so many clients for so long, or until there is nothing left to do. */
  static Sample run(Side side, Operation operation, int clients, double seconds) throws Exception {
    return run(number -> side.worker(operation, number), clients, seconds);
  }

  /** Lets so many of these work for so long, or until there is nothing left to do. */
  static Sample run(Workers all, int clients, double seconds) throws Exception {
    Load load = new Load(clients, seconds);
    List<Side.Worker> workers = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(clients);
    try {
      for (int i = 0; i < clients; i++) {
        workers.add(all.worker(i));
      }
      List<Callable<Latencies>> tasks = new ArrayList<>();
      workers.forEach(worker -> tasks.add(() -> load.client(worker)));
      return sample(threads.invokeAll(tasks));
    } finally {
      threads.shutdown();
      for (Side.Worker worker : workers) {
        worker.close();
      }
    }
  }

  private Latencies client(Side.Worker worker) throws Exception {
    Latencies latencies = new Latencies();
    start.await();
    latencies.begin = System.nanoTime();
    latencies.end = latencies.begin;
    try {
      while (latencies.end - latencies.begin < wantedNanos && !failed.get() && worker.once()) {
        latencies.add(System.nanoTime());
      }
      return latencies;
    } catch (Exception e) {
      failed.set(true);
      throw e;
    }
  }

  private static Sample sample(List<Future<Latencies>> done) throws Exception {
    long begin = Long.MAX_VALUE;
    long end = Long.MIN_VALUE;
    int count = 0;
    List<Latencies> all = new ArrayList<>();
    for (Future<Latencies> future : done) {
      Latencies latencies = get(future);
      begin = Math.min(begin, latencies.begin);
      end = Math.max(end, latencies.end);
      count += latencies.count;
      all.add(latencies);
    }
    long[] nanos = new long[count];
    int next = 0;
    for (Latencies latencies : all) {
      System.arraycopy(latencies.nanos, 0, nanos, next, latencies.count);
      next += latencies.count;
    }
    Arrays.sort(nanos);
    return new Sample(nanos, end - begin, 0);
  }

  private static Latencies get(Future<Latencies> future) throws Exception {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("a client failed: " + e.getCause().getMessage(), e);
    }
  }

  /** The latencies of one client; each begins where the one before ended. */
  private static final class Latencies {
    private long[] nanos = new long[1 << 14];
    private int count;
    private long begin;
    private long end;

    void add(long now) {
      if (count == nanos.length) {
        nanos = Arrays.copyOf(nanos, count * 2);
      }
      nanos[count] = now - end;
      count++;
      end = now;
    }
  }
}
