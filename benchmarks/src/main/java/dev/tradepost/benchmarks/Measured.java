package dev.tradepost.benchmarks;

import java.util.Arrays;
import java.util.List;

/**
 * What one phase came to, all its rounds together.
 *
 * @param count how many operations that were
 * @param perSecond operations a second, over all clients
 * @param p50Millis the latency half of the operations stayed within
 * @param p99Millis the latency 99 of 100 stayed within
 * @param maxMillis the longest latency
 * @param cpuMicros processor time an operation took, of all that is not the client
 */
record Measured(
    int count,
    double perSecond,
    double p50Millis,
    double p99Millis,
    double maxMillis,
    double cpuMicros) {

  /** From the latencies of all rounds; exact, no buckets. */
  static Measured of(List<Sample> rounds) {
    long[] nanos = rounds.stream().flatMapToLong(it -> Arrays.stream(it.nanos())).toArray();
    if (nanos.length == 0) {
      throw new IllegalStateException("nothing was done");
    }
    Arrays.sort(nanos);
    long elapsed = rounds.stream().mapToLong(Sample::elapsedNanos).sum();
    long cpu = rounds.stream().mapToLong(Sample::cpuNanos).sum();
    return new Measured(
        nanos.length,
        nanos.length * 1e9 / elapsed,
        at(nanos, 0.50),
        at(nanos, 0.99),
        at(nanos, 1),
        cpu / 1e3 / nanos.length);
  }

  /** The value that this share of the sorted ones stays within. */
  static double at(long[] sortedNanos, double share) {
    int rank = (int) Math.ceil(share * sortedNanos.length);
    return sortedNanos[Math.max(rank, 1) - 1] / 1e6;
  }
}
