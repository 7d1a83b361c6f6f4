package dev.tradepost.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * What the live stream came to with some number of sockets.
 *
 * @param perSecond how many events were written a second while it was measured
 * @param cpuMicros processor time of an event from its request to its frame, of all that is not the
 *     client
 * @param fromEvent nanoseconds from an event's own time to its frame, sorted
 * @param fromAnswer nanoseconds from the answer to the writer to the frame, sorted
 * @param answers nanoseconds from a write's request to its answer, sorted
 * @param all how many events were written to users who listen, before and after it too
 * @param lost how many of all their user was not told
 * @param strange how many frames were told twice, or to somebody else
 * @param tooSlow how many of the slow readers were closed with 4008
 */
record LiveMeasured(
    LivePlan plan,
    double perSecond,
    double cpuMicros,
    long[] fromEvent,
    long[] fromAnswer,
    long[] answers,
    int all,
    int lost,
    int strange,
    int tooSlow) {

  static LiveMeasured of(
      LivePlan plan,
      double seconds,
      long cpuNanos,
      LivePhase measured,
      List<LivePhase> phases,
      int tooSlow) {
    return new LiveMeasured(
        plan,
        measured.events() / seconds,
        cpuNanos / 1e3 / measured.events(),
        measured.fromEvent(),
        measured.fromAnswer(),
        measured.answers(),
        phases.stream().mapToInt(LivePhase::events).sum(),
        phases.stream().mapToInt(LivePhase::lost).sum(),
        phases.stream().mapToInt(LivePhase::strange).sum(),
        tooSlow);
  }

  double p99Millis() {
    return Measured.at(fromEvent, 0.99);
  }

  /** What is said of a run with each of these numbers of sockets. */
  static String markdown(List<LiveMeasured> runs) {
    StringBuilder text = new StringBuilder();
    text.append("Live stream, milliseconds to the frame of an event and to the answer of its");
    text.append(" writer:\n\n| sockets | events/s | CPU us | event to frame p50 | p99 | max |");
    text.append(" answer to frame p50 | p99 | request to answer p50 | p99 |\n|");
    text.append("---:|".repeat(10)).append('\n');
    runs.forEach(it -> text.append(it.row()));
    for (LiveMeasured run : runs) {
      text.append(run.told());
    }
    return text.toString();
  }

  private String row() {
    return format(
            "| %,d | %,.0f | %,.0f | %.1f | %.1f | %.1f |",
            plan.sockets(),
            perSecond,
            cpuMicros,
            Measured.at(fromEvent, 0.50),
            p99Millis(),
            Measured.at(fromEvent, 1))
        + format(
            " %.1f | %.1f | %.1f | %.1f |%n",
            Measured.at(fromAnswer, 0.50),
            Measured.at(fromAnswer, 0.99),
            Measured.at(answers, 0.50),
            Measured.at(answers, 0.99));
  }

  private String told() {
    return format(
        "%nWith %,d sockets: of %,d events in all, %,d were not told, and %,d told twice or to"
            + " somebody else; of %,d more sockets that do not read, %,d were closed with 4008.%n",
        plan.sockets(), all, lost, strange, plan.slow(), tooSlow);
  }

  private static String format(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }
}
