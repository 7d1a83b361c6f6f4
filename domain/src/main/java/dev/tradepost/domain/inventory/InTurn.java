package dev.tradepost.domain.inventory;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/**
 * Lets the warehouses serve in their order, each as much as it can. Of the warehouses of one tier,
 * the first that can serve all that is left does so alone.
 */
final class InTurn {
  private final Supply supply;
  private final int[] missing;
  private final int[][] taken;

  /**
   * @param tier of a warehouse; does not fall in their order
   */
  InTurn(Supply supply, IntUnaryOperator tier) {
    this.supply = supply;
    this.missing = IntStream.range(0, supply.products()).map(supply::needed).toArray();
    this.taken = new int[supply.warehouses()][missing.length];
    int from = 0;
    while (from < taken.length) {
      int to = from + 1;
      while (to < taken.length && tier.applyAsInt(to) == tier.applyAsInt(from)) {
        to++;
      }
      int[] equals = IntStream.range(from, to).toArray();
      int[] alone = Arrays.stream(equals).filter(this::canServeAllThatIsLeft).limit(1).toArray();
      Arrays.stream(alone.length > 0 ? alone : equals).forEach(this::serve);
      from = to;
    }
  }

  /** What is taken, by warehouse and product. */
  int[][] taken() {
    return taken;
  }

  private boolean canServeAllThatIsLeft(int warehouse) {
    return IntStream.range(0, missing.length)
        .allMatch(product -> supply.held(warehouse, product) >= missing[product]);
  }

  private void serve(int warehouse) {
    for (int product = 0; product < missing.length; product++) {
      taken[warehouse][product] = Math.min(missing[product], supply.held(warehouse, product));
      missing[product] -= taken[warehouse][product];
    }
  }
}
