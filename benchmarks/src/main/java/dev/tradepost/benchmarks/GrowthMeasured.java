package dev.tradepost.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What operations cost at each size of the database, and what reads went through from end to end at
 * the last.
 *
 * @param scanned the tables, each with the request that did it; empty where the database is so
 *     small that reading all of a table is right
 */
record GrowthMeasured(String database, List<Step> steps, Optional<List<String>> scanned) {

  /** One size, and what each operation came to, by its name. */
  record Step(int orders, Map<String, Measured> costs) {}

  /** Processor time and latency at each size for each one at the first, by what it is. */
  Map<String, Double> ratios() {
    Map<String, Double> ratios = new LinkedHashMap<>();
    Step first = steps.get(0);
    for (Step step : steps.subList(1, steps.size())) {
      step.costs()
          .forEach(
              (name, cost) -> {
                Measured before = first.costs().get(name);
                String where =
                    format("%s at %,d orders, to %,d, ", name, step.orders(), first.orders());
                ratios.put(where + "CPU", cost.cpuMicros() / before.cpuMicros());
                ratios.put(where + "p50", cost.p50Millis() / before.p50Millis());
              });
    }
    return ratios;
  }

  String markdown() {
    StringBuilder text = new StringBuilder();
    text.append(
        format("### A database that grows%n%n%s, %d clients.%n%n", database, Growth.CLIENTS));
    text.append("| operation | orders | ops/s | p50 ms | p99 ms | CPU us |\n");
    text.append("|---|---:|---:|---:|---:|---:|\n");
    for (String name : steps.get(0).costs().keySet()) {
      steps.forEach(step -> text.append(row(name, step.orders(), step.costs().get(name))));
    }
    scanned.ifPresent(it -> text.append(said(it)));
    return text.toString();
  }

  private static String said(List<String> tables) {
    return "\nTables of more than 1,000 rows that a read went through from end to end: "
        + (tables.isEmpty() ? "none" : String.join("; ", tables))
        + ".\n";
  }

  private static String row(String name, int orders, Measured it) {
    return format(
        "| %s | %,d | %,.0f | %.2f | %.2f | %,.0f |%n",
        name, orders, it.perSecond(), it.p50Millis(), it.p99Millis(), it.cpuMicros());
  }

  private static String format(String text, Object... values) {
    return String.format(Locale.ROOT, text, values);
  }
}
