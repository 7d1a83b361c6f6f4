package dev.tradepost.benchmarks;

/**
 * What one phase came to.
 *
 * @param perSecond operations a second, over all clients
 * @param p50Millis the latency half of the operations stayed within
 * @param p99Millis the latency 99 of 100 stayed within
 */
record Measured(double perSecond, double p50Millis, double p99Millis) {

  /** From all latencies, sorted; exact, no buckets. */
  static Measured of(long[] sortedNanos, long elapsedNanos) {
    return new Measured(
        sortedNanos.length * 1e9 / elapsedNanos, at(sortedNanos, 0.50), at(sortedNanos, 0.99));
  }

  /** The value that this share of the sorted ones stays within. */
  static double at(long[] sortedNanos, double share) {
    int rank = (int) Math.ceil(share * sortedNanos.length);
    return sortedNanos[Math.max(rank, 1) - 1] / 1e6;
  }
}
