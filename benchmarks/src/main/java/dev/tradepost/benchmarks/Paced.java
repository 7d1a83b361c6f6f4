package dev.tradepost.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Open load: requests are due by the clock, however long the answers take, and each is timed from
 * the moment it was due. A server that pauses is charged for all that had to wait meanwhile.
 *
 * @param operation what was asked for
 * @param rate how many requests were due a second
 * @param measured what came of it
 */
record Paced(Operation operation, double rate, Measured measured) {
  /** More connections than requests ever wait, but for a server that has lost its pace. */
  private static final int CONNECTIONS = 64;

  /** Asks for the operation at this rate for so long. */
  static Paced run(Side side, Operation operation, double rate, double seconds) throws Exception {
    int all = Math.max(1, (int) (rate * seconds));
    long[] nanos = new long[all];
    AtomicInteger next = new AtomicInteger();
    List<Side.Worker> workers = new ArrayList<>();
    ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    try {
      for (int i = 0; i < CONNECTIONS; i++) {
        workers.add(side.worker(operation, i));
      }
      long begin = System.nanoTime();
      List<Callable<Void>> tasks = new ArrayList<>();
      workers.forEach(it -> tasks.add(() -> work(it, nanos, next, begin, 1e9 / rate)));
      for (Future<Void> done : threads.invokeAll(tasks)) {
        done.get();
      }
      long elapsed = System.nanoTime() - begin;
      Arrays.sort(nanos);
      return new Paced(operation, rate, Measured.of(List.of(new Sample(nanos, elapsed, 0))));
    } finally {
      threads.shutdown();
      for (Side.Worker worker : workers) {
        worker.close();
      }
    }
  }

  /** Who is free takes the next request, and waits until it is due. */
  private static Void work(
      Side.Worker worker, long[] nanos, AtomicInteger next, long begin, double pause)
      throws Exception {
    for (int i = next.getAndIncrement(); i < nanos.length; i = next.getAndIncrement()) {
      long due = begin + (long) (i * pause);
      TimeUnit.NANOSECONDS.sleep(due - System.nanoTime());
      if (!worker.once()) {
        throw new IllegalStateException("nothing was left to do");
      }
      nanos[i] = System.nanoTime() - due;
    }
    return null;
  }

  String markdown() {
    return String.format(
        Locale.ROOT,
        "Open load, %s at %,.0f a second, half the peak: p50 %.1f ms, p99 %.1f ms, max %.1f ms"
            + " from the moment a request was due; %,d requests, %,.0f answers a second.%n",
        operation.label(),
        rate,
        measured.p50Millis(),
        measured.p99Millis(),
        measured.maxMillis(),
        measured.count(),
        measured.perSecond());
  }
}
