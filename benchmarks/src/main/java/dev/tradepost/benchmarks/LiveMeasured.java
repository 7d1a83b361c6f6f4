package dev.tradepost.benchmarks;

import java.util.List;
import java.util.Locale;

/**
 * What the live stream came to on one database.
 *
 * @param perSecond how many events were written a second while it was measured
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
    long[] fromEvent,
    long[] fromAnswer,
    long[] answers,
    int all,
    int lost,
    int strange,
    int tooSlow) {

  static LiveMeasured of(
      LivePlan plan, double seconds, LivePhase measured, List<LivePhase> phases, int tooSlow) {
    return new LiveMeasured(
        plan,
        measured.events() / seconds,
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

  String markdown() {
    return format(
            "Live stream: %,d sockets and %,d that do not read, %,.0f events a second.\n\n",
            plan.sockets(), plan.slow(), perSecond)
        + "| from | to | p50 ms | p99 ms | max ms |\n|---|---|---:|---:|---:|\n"
        + row("the event's own time", "its frame", fromEvent)
        + row("the answer to its writer", "its frame", fromAnswer)
        + row("the request of its writer", "the answer", answers)
        + format(
            "\nOf %,d events in all, %,d were not told, and %,d told twice or to somebody else;"
                + " of the %,d that do not read, %,d were closed with 4008.\n",
            all, lost, strange, plan.slow(), tooSlow);
  }

  private static String row(String from, String to, long[] nanos) {
    return format(
        "| %s | %s | %.1f | %.1f | %.1f |\n",
        from, to, Measured.at(nanos, 0.50), Measured.at(nanos, 0.99), Measured.at(nanos, 1));
  }

  private static String format(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }
}
