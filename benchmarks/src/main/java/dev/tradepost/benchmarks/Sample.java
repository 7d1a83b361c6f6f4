package dev.tradepost.benchmarks;

/**
 * What one side did in one round.
 *
 * @param nanos the latencies, sorted; none where there was nothing left to do
 * @param elapsedNanos how long it took by the clock
 * @param cpuNanos processor time, of all that is not the client; 0 where nobody looked
 */
record Sample(long[] nanos, long elapsedNanos, long cpuNanos) {

  int count() {
    return nanos.length;
  }

  double perSecond() {
    return count() * 1e9 / elapsedNanos;
  }

  /** The same, knowing what all of it took of the processors. */
  Sample using(long cpu) {
    return new Sample(nanos, elapsedNanos, cpu);
  }
}
