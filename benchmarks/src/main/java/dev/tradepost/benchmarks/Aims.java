package dev.tradepost.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What was asked for beside what was reached, of the operations that were measured. */
final class Aims {
  private static final double CREATE_FLOOR_MILLIS = 500;
  private static final double TRANSITION_FLOOR_MILLIS = 200;
  private static final double STOCK_FLOOR_MILLIS = 100;
  private static final double QUERY_FLOOR_MILLIS = 200;
  private static final double CREATE_AIM_MILLIS = 25;
  private static final double ALLOCATION_AIM_MILLIS = 10;
  private static final double LIVE_AIM_MILLIS = 100;
  private static final double HALF_PEAK_AIM_MILLIS = 15;
  private static final double GROWTH_AIM = 1.2;
  private static final int AIM_CLIENTS = 8;

  private final List<Result> results;
  private final StringBuilder text = new StringBuilder();

  private Aims(List<Result> results) {
    this.results = results;
  }

  static String markdown(List<Result> results) {
    return markdown(results, List.of(), Optional.empty());
  }

  static String markdown(
      List<Result> results, List<Allocated> allocated, Optional<GrowthMeasured> growth) {
    Aims aims = new Aims(results);
    aims.text.append("### Asked for and reached\n\n");
    aims.text.append("| what | asked for | reached | |\n|---|---:|---:|---|\n");
    aims.floor(Operation.CREATE, "create", CREATE_FLOOR_MILLIS);
    aims.floor(Operation.CANCEL, "transition (cancel)", TRANSITION_FLOOR_MILLIS);
    aims.floor(Operation.STOCK, "stock check", STOCK_FLOOR_MILLIS);
    aims.floor(Operation.GET, "query (get order)", QUERY_FLOOR_MILLIS);
    aims.createOnEmbedded();
    RatioAim.reached(results).forEach(aims::ratio);
    aims.halfPeak();
    aims.allocation(allocated);
    growth.ifPresent(aims::growth);
    aims.live();
    return aims.text.toString();
  }

  private void floor(Operation operation, String name, double floor) {
    results.stream()
        .flatMap(it -> it.of(operation))
        .mapToDouble(row -> row.server().p99Millis())
        .max()
        .ifPresent(worst -> below("floor: " + name + ", worst p99 of all above", floor, worst));
  }

  private void createOnEmbedded() {
    rows(true, Operation.CREATE)
        .filter(row -> row.clients() == AIM_CLIENTS)
        .mapToDouble(row -> row.server().p99Millis())
        .forEach(p99 -> below("aim: create, p99 at 8 clients on H2", CREATE_AIM_MILLIS, p99));
  }

  private void allocation(List<Allocated> allocated) {
    allocated.stream()
        .mapToDouble(Allocated::p99Millis)
        .max()
        .ifPresent(
            worst ->
                below(
                    "aim: allocation of 200 lines over 20 warehouses, worst p99 of all above",
                    ALLOCATION_AIM_MILLIS,
                    worst));
  }

  private void ratio(RatioAim.Reached reached) {
    line(
        "aim: " + reached.aim().what(),
        ">= " + reached.aim().least() + " x",
        String.format(
            Locale.ROOT, "%.2f x (%s)", reached.ratio().median(), reached.ratio().range()),
        verdict(reached.isMet()));
  }

  private void halfPeak() {
    for (Result result : results) {
      result
          .paced()
          .ifPresent(
              it ->
                  below(
                      "aim: create, p99 at half the peak rate on " + result.database(),
                      HALF_PEAK_AIM_MILLIS,
                      it.measured().p99Millis()));
    }
  }

  private void growth(GrowthMeasured growth) {
    growth.ratios().forEach((what, ratio) -> atMost("aim: " + what, GROWTH_AIM, ratio));
    growth
        .scanned()
        .ifPresent(it -> exactly("aim: tables read from end to end by a read", 0, it.size()));
  }

  private void atMost(String what, double limit, double reached) {
    line(
        what,
        String.format(Locale.ROOT, "<= %.1f x", limit),
        String.format(Locale.ROOT, "%.2f x", reached),
        verdict(reached <= limit));
  }

  private void live() {
    for (Result result : results) {
      for (LiveMeasured live : result.live()) {
        String sockets = String.format(Locale.ROOT, ", %,d sockets", live.plan().sockets());
        live(live, sockets + " on " + result.database());
      }
    }
  }

  private void live(LiveMeasured live, String where) {
    below("aim: live stream, p99 from event to frame" + where, LIVE_AIM_MILLIS, live.p99Millis());
    exactly("floor: live stream, events not told" + where, 0, live.lost() + live.strange());
    exactly(
        "floor: live stream, slow readers closed with 4008" + where,
        live.plan().slow(),
        live.tooSlow());
  }

  private void exactly(String what, int asked, int reached) {
    line(what, String.valueOf(asked), String.valueOf(reached), verdict(reached == asked));
  }

  private Stream<Result.Row> rows(boolean embedded, Operation operation) {
    return results.stream().filter(it -> it.embedded() == embedded).flatMap(it -> it.of(operation));
  }

  private void below(String what, double limit, double reached) {
    line(what, "< " + millis(limit), millis(reached), verdict(reached < limit));
  }

  private static String verdict(boolean met) {
    return met ? "met" : "**missed**";
  }

  private void line(String what, String asked, String reached, String verdict) {
    text.append(String.format("| %s | %s | %s | %s |%n", what, asked, reached, verdict));
  }

  private static String millis(double millis) {
    return String.format(Locale.ROOT, millis < 100 ? "%.1f ms" : "%.0f ms", millis);
  }
}
