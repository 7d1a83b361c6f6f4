package dev.tradepost.benchmarks;

import dev.tradepost.domain.inventory.AllocationPolicy.Strategy;
import java.util.List;
import java.util.Locale;

/**
 * What deciding over one kind of stock under one strategy came to.
 *
 * @param nanos how long each decision took, sorted
 */
record Allocated(Allocating.Layout layout, Strategy strategy, long[] nanos) {

  double p99Millis() {
    return Measured.at(nanos, 0.99);
  }

  static String markdown(List<Allocated> all) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "### Allocation alone%n%nWho serves what of an order of %d lines over %d warehouses:"
                + " one thread, no database.%n%n",
            LargeGoods.LINES,
            LargeGoods.WAREHOUSES));
    text.append("| stock | strategy | decisions | p50 ms | p99 ms | max ms |\n");
    text.append("|---|---|---:|---:|---:|---:|\n");
    all.forEach(it -> text.append(it.row()));
    return text.toString();
  }

  private String row() {
    return String.format(
        Locale.ROOT,
        "| %s | %s | %,d | %.2f | %.2f | %.2f |\n",
        layout.words(),
        strategy.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        nanos.length,
        Measured.at(nanos, 0.50),
        p99Millis(),
        Measured.at(nanos, 1));
  }
}
