package dev.tradepost.benchmarks;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What was asked for beside what was reached. */
final class Aims {
  private static final double CREATE_FLOOR_MILLIS = 500;
  private static final double TRANSITION_FLOOR_MILLIS = 200;
  private static final double STOCK_FLOOR_MILLIS = 100;
  private static final double QUERY_FLOOR_MILLIS = 200;
  private static final double CREATE_AIM_MILLIS = 25;
  private static final double RATIO_AIM = 0.5;
  private static final int AIM_CLIENTS = 8;

  private final List<Result> results;

  private Aims(List<Result> results) {
    this.results = results;
  }

  static String markdown(List<Result> results) {
    Aims aims = new Aims(results);
    StringBuilder text = new StringBuilder("### Asked for and reached\n\n");
    text.append("| what | asked for | reached | |\n|---|---:|---:|---|\n");
    aims.floor(text, Step.CREATE, "create", CREATE_FLOOR_MILLIS);
    aims.floor(text, Step.CANCEL, "transition (cancel)", TRANSITION_FLOOR_MILLIS);
    aims.floor(text, Step.STOCK, "stock check", STOCK_FLOOR_MILLIS);
    aims.floor(text, Step.GET, "query (get order)", QUERY_FLOOR_MILLIS);
    aims.createOnEmbedded(text);
    aims.ratios(text);
    return text.toString();
  }

  private void floor(StringBuilder text, Step step, String name, double floor) {
    double worst =
        results.stream()
            .mapToDouble(it -> it.highest(step, row -> row.server().p99Millis()))
            .max()
            .orElse(Double.NaN);
    line(text, "floor: " + name + ", worst p99 of all above", "< " + millis(floor), worst, floor);
  }

  private void createOnEmbedded(StringBuilder text) {
    row(true, AIM_CLIENTS)
        .ifPresent(
            row ->
                line(
                    text,
                    "aim: create, p99 at 8 clients on H2",
                    "< " + millis(CREATE_AIM_MILLIS),
                    row.server().p99Millis(),
                    CREATE_AIM_MILLIS));
  }

  private void ratios(StringBuilder text) {
    results.stream()
        .filter(it -> !it.embedded())
        .flatMap(it -> it.of(Step.CREATE))
        .forEach(
            row ->
                text.append(
                    String.format(
                        Locale.ROOT,
                        "| aim: create, server/raw at %d client(s) on PostgreSQL |"
                            + " >= %.2f | %.2f | %s |%n",
                        row.clients(),
                        RATIO_AIM,
                        row.ratio(),
                        row.ratio() >= RATIO_AIM ? "met" : "**missed**")));
  }

  private Optional<Result.Row> row(boolean embedded, int clients) {
    return results.stream()
        .filter(it -> it.embedded() == embedded)
        .flatMap(it -> it.of(Step.CREATE))
        .filter(it -> it.clients() == clients)
        .findFirst();
  }

  private static void line(
      StringBuilder text, String what, String asked, double reached, double limit) {
    text.append("| ").append(what).append(" | ").append(asked).append(" | ");
    text.append(millis(reached)).append(" | ");
    text.append(reached < limit ? "met" : "**missed**").append(" |\n");
  }

  private static String millis(double millis) {
    return String.format(Locale.ROOT, millis < 100 ? "%.1f ms" : "%.0f ms", millis);
  }
}
