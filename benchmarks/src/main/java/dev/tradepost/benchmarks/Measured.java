package dev.tradepost.benchmarks;

/**
 * What one phase came to.
 *
 * @param count how many operations that were
 * @param perSecond operations a second, over all clients
 * @param p50Millis the latency half of the operations stayed within
 * @param p99Millis the latency 99 of 100 stayed within
 * @param cpuMicros processor time an operation took, of all that is not the client
 */
record Measured(int count, double perSecond, double p50Millis, double p99Millis, double cpuMicros) {

  /** From all latencies, sorted; exact, no buckets. */
  static Measured of(long[] sortedNanos, long elapsedNanos) {
    return new Measured(
        sortedNanos.length,
        sortedNanos.length * 1e9 / elapsedNanos,
        at(sortedNanos, 0.50),
        at(sortedNanos, 0.99),
        0);
  }

  /** The same, knowing what all of it took of the processors. */
  Measured using(long cpuNanos) {
    return new Measured(count, perSecond, p50Millis, p99Millis, cpuNanos / 1e3 / count);
  }

  /** The value that this share of the sorted ones stays within. */
  static double at(long[] sortedNanos, double share) {
    int rank = (int) Math.ceil(share * sortedNanos.length);
    return sortedNanos[Math.max(rank, 1) - 1] / 1e6;
  }
}
