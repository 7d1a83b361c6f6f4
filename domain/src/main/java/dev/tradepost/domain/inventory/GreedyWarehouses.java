package dev.tradepost.domain.inventory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Chooses warehouses that have enough together, quickly and not always the fewest: each time the
 * one that brings the greatest shares of what is needed and still missing, the earlier of equals.
 * In the end, from the last in order, those without which there is enough are given back.
 */
final class GreedyWarehouses {
  /** Shares are counted in millionths, so that their sum does not depend on its order. */
  private static final long WHOLE = 1_000_000;

  private final Supply supply;
  private final long[] missing;
  private final List<Integer> picked = new ArrayList<>();

  /**
   * @param missing pieces by product, zero or less for enough
   * @param candidates in order; together they have enough
   */
  GreedyWarehouses(Supply supply, long[] missing, int[] candidates) {
    this.supply = supply;
    this.missing = missing.clone();
    while (Arrays.stream(this.missing).anyMatch(it -> it > 0)) {
      int next = mostHelpful(candidates);
      give(next, 1);
      picked.add(next);
    }
    picked.sort(null);
    for (int i = picked.size() - 1; i >= 0; i--) {
      give(picked.get(i), -1);
      if (Arrays.stream(this.missing).anyMatch(it -> it > 0)) {
        give(picked.get(i), 1);
      } else {
        picked.remove(i);
      }
    }
  }

  /** The choice, in order. */
  int[] chosen() {
    return picked.stream().mapToInt(Integer::intValue).toArray();
  }

  private int mostHelpful(int[] candidates) {
    int best = -1;
    long bestHelp = 0;
    for (int candidate : candidates) {
      long help = picked.contains(candidate) ? 0 : help(candidate);
      if (help > bestHelp) {
        best = candidate;
        bestHelp = help;
      }
    }
    return best;
  }

  private long help(int candidate) {
    long help = 0;
    for (int product = 0; product < missing.length; product++) {
      long brings = Math.min(missing[product], supply.held(candidate, product));
      help += brings > 0 ? 1 + WHOLE * brings / supply.needed(product) : 0;
    }
    return help;
  }

  private void give(int warehouse, int sign) {
    for (int product = 0; product < missing.length; product++) {
      missing[product] -= (long) sign * supply.held(warehouse, product);
    }
  }
}
