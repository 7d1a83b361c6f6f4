package dev.tradepost.benchmarks;

import java.util.List;
import java.util.Locale;

/** A figure that each round gave anew: the one in the middle, the lowest and the highest. */
record Spread(double median, double lowest, double highest) {

  /** Of an even number the two in the middle are averaged; none at all is refused. */
  static Spread of(List<Double> figures) {
    if (figures.isEmpty()) {
      throw new IllegalStateException("nothing was measured");
    }
    List<Double> sorted = figures.stream().sorted().toList();
    int last = sorted.size() - 1;
    double median = (sorted.get(last / 2) + sorted.get((last + 1) / 2)) / 2;
    return new Spread(median, sorted.get(0), sorted.get(last));
  }

  /** The lowest and the highest. */
  String range() {
    return String.format(Locale.ROOT, "%.2f to %.2f", lowest, highest);
  }
}
