package dev.tradepost.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What was asked for beside what was reached, of the operations that were measured. */
final class Aims {
  private static final double CREATE_FLOOR_MILLIS = 500;
  private static final double TRANSITION_FLOOR_MILLIS = 200;
  private static final double STOCK_FLOOR_MILLIS = 100;
  private static final double QUERY_FLOOR_MILLIS = 200;
  private static final double CREATE_AIM_MILLIS = 25;
  private static final double ALLOCATION_AIM_MILLIS = 10;
  private static final double RATIO_AIM = 0.5;
  private static final double LIVE_AIM_MILLIS = 100;
  private static final int AIM_CLIENTS = 8;

  private final List<Result> results;
  private final StringBuilder text = new StringBuilder();

  private Aims(List<Result> results) {
    this.results = results;
  }

  static String markdown(List<Result> results) {
    return markdown(results, List.of());
  }

  static String markdown(List<Result> results, List<Allocated> allocated) {
    Aims aims = new Aims(results);
    aims.text.append("### Asked for and reached\n\n");
    aims.text.append("| what | asked for | reached | |\n|---|---:|---:|---|\n");
    aims.floor(Operation.CREATE, "create", CREATE_FLOOR_MILLIS);
    aims.floor(Operation.CANCEL, "transition (cancel)", TRANSITION_FLOOR_MILLIS);
    aims.floor(Operation.STOCK, "stock check", STOCK_FLOOR_MILLIS);
    aims.floor(Operation.GET, "query (get order)", QUERY_FLOOR_MILLIS);
    aims.createOnEmbedded();
    aims.createRatios();
    aims.allocation(allocated);
    aims.ratios(Operation.TRANSFER);
    aims.ratios(Operation.CREATE_LARGE);
    Operation.of(Operation.Kind.FX).forEach(aims::ratios);
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

  private void createRatios() {
    rows(false, Operation.CREATE)
        .forEach(
            row ->
                line(
                    "aim: create" + onPostgres(row),
                    String.format(Locale.ROOT, ">= %.2f", RATIO_AIM),
                    ratio(row),
                    verdict(row.ratio() >= RATIO_AIM)));
  }

  /** For information: nothing is asked of these yet. */
  private void ratios(Operation operation) {
    rows(false, operation)
        .forEach(row -> line(operation.label() + onPostgres(row), "no aim yet", ratio(row), ""));
  }

  private void live() {
    for (Result result : results) {
      result.live().ifPresent(live -> live(live, " on " + result.database()));
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

  private static String onPostgres(Result.Row row) {
    return ", server/raw at " + row.clients() + " client(s) on PostgreSQL";
  }

  private static String ratio(Result.Row row) {
    return String.format(Locale.ROOT, "%.2f", row.ratio());
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
