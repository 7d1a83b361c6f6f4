package dev.tradepost.benchmarks;

import java.util.Arrays;
import java.util.List;

/** The latencies of one client of a closed load; each begins where the one before ended. */
final class Latencies {
  private final long begin;
  private long[] nanos = new long[1 << 14];
  private int count;
  private long end;

  Latencies(long begin) {
    this.begin = begin;
    this.end = begin;
  }

  void add(long now) {
    if (count == nanos.length) {
      nanos = Arrays.copyOf(nanos, count * 2);
    }
    nanos[count] = now - end;
    count++;
    end = now;
  }

  /** How long the client has been at it. */
  long elapsed() {
    return end - begin;
  }

  /** Those of all clients together. */
  static Sample sample(List<Latencies> all) {
    long begin = all.stream().mapToLong(it -> it.begin).min().orElseThrow();
    long end = all.stream().mapToLong(it -> it.end).max().orElseThrow();
    long[] nanos =
        all.stream().flatMapToLong(it -> Arrays.stream(it.nanos, 0, it.count)).sorted().toArray();
    return new Sample(nanos, end - begin, 0);
  }
}
