package dev.tradepost.domain.inventory;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Shares the needs out among warehouses that were chosen: a product comes from one of them where
 * one has it all, else from as few as can be; of those that could, the earlier ones serve, each as
 * much as it can. It does not choose the warehouses.
 *
 * <p>A choice is a mark per warehouse.
 */
final class FewestLines {
  private final Supply supply;
  private final int[][] byMost;
  private final long[] least;

  FewestLines(Supply supply) {
    this.supply = supply;
    this.byMost =
        IntStream.range(0, supply.products()).mapToObj(this::byMost).toArray(int[][]::new);
    this.least = new long[supply.products() + 1];
    boolean[] all = new boolean[supply.warehouses()];
    Arrays.fill(all, true);
    for (int product = supply.products() - 1; product >= 0; product--) {
      least[product] = least[product + 1] + cost(product, all);
    }
  }

  /** The warehouses that have some of the product, those that have most of it first. */
  private int[] byMost(int product) {
    return IntStream.range(0, supply.warehouses())
        .filter(it -> supply.held(it, product) > 0)
        .mapToLong(it -> ((long) -supply.held(it, product) << Integer.SIZE) + it)
        .sorted()
        .mapToInt(it -> (int) it)
        .toArray();
  }

  /** No choice of warehouses costs less. */
  long leastCost() {
    return least[0];
  }

  /**
   * How good a choice is, lower is better: first fewer products that are split, then fewer lines.
   *
   * @param chosen together they have enough
   * @param limit what it is to be better than; where it is not, the answer is the limit
   */
  long cost(boolean[] chosen, long limit) {
    long cost = 0;
    for (int product = 0; product < byMost.length; product++) {
      if (cost + least[product] >= limit) {
        return limit;
      }
      cost += cost(product, chosen);
    }
    return Math.min(cost, limit);
  }

  private long cost(int product, boolean[] chosen) {
    int parts = fewest(supply.needed(product), product, chosen);
    return parts > 1 ? (1L << Integer.SIZE) + parts : 1;
  }

  /**
   * How many of the chosen warehouses at least have so many pieces together; more than there are
   * where all of them have too few.
   */
  int fewest(long pieces, int product, boolean[] chosen) {
    int fewest = 0;
    long left = pieces;
    for (int i = 0; left > 0; i++) {
      if (i == byMost[product].length) {
        return Integer.MAX_VALUE;
      }
      int warehouse = byMost[product][i];
      if (chosen[warehouse]) {
        left -= supply.held(warehouse, product);
        fewest++;
      }
    }
    return fewest;
  }

  /**
   * What is taken, by warehouse and product.
   *
   * @param chosen together they have enough
   */
  int[][] take(boolean[] chosen) {
    int[][] taken = new int[supply.warehouses()][supply.products()];
    for (int product = 0; product < byMost.length; product++) {
      boolean[] later = chosen.clone();
      int missing = supply.needed(product);
      int lines = fewest(missing, product, later);
      for (int warehouse = 0; lines > 0; warehouse++) {
        int held = chosen[warehouse] ? supply.held(warehouse, product) : 0;
        later[warehouse] = false;
        if (held > 0 && fewest(missing - held, product, later) < lines) {
          taken[warehouse][product] = Math.min(missing, held);
          missing -= taken[warehouse][product];
          lines--;
        }
      }
    }
    return taken;
  }
}
