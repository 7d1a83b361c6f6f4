package dev.tradepost.domain.inventory;

import java.util.stream.IntStream;

/**
 * Chooses the fewest warehouses that have enough together; of several such sets the one that {@link
 * FewestLines} shares out at the least cost; of several of those the one with the earliest of the
 * warehouses in which they differ.
 *
 * <p>Warehouses without which something would fall short are in every answer and are taken first.
 * Of the others, those that have some of what is then missing are the candidates, and their sets
 * are examined by growing size. This is set cover, so the search ends after {@link #MOST_LOOKS}:
 *
 * <ul>
 *   <li>up to 12 candidates and 100 products it always ends by itself before: the answer is exact
 *       in every respect;
 *   <li>with more, it is as exact where the search ended by itself, as it mostly does where few
 *       candidates suffice;
 *   <li>where it was ended and had found a set, the number is the fewest, and only the choice among
 *       equals may not be the best;
 *   <li>where it had found none, {@link GreedyWarehouses} chooses, and the number may not be the
 *       fewest.
 * </ul>
 */
final class FewestWarehouses {
  /**
   * How many times the search may look at one product in one warehouse before it is ended; the last
   * set it looks at may exceed that. To build the sets of k out of n candidates takes less than C(n
   * + 1, k) looks per product, and to compare a set of the size that suffices takes n: with n = 12
   * less than 2^13 + 12 * C(12, 6) = 19,280 in all, and 1,928,000 with 100 products.
   */
  static final int MOST_LOOKS = 2_000_000;

  private final Supply supply;
  private final FewestLines lines;
  private final boolean[] picked;
  private final int[] candidates;
  private final int[] open;
  private final int[][] held;
  private final int[][] greatest;
  private final long[] missing;
  private int hardest;
  private boolean[] best;
  private long bestCost = Long.MAX_VALUE;
  private long looks;
  private boolean fewest = true;

  FewestWarehouses(Supply supply, FewestLines lines) {
    this.supply = supply;
    this.lines = lines;
    this.picked = supply.indispensable();
    long[] all = supply.missingAfter(picked);
    this.open = IntStream.range(0, all.length).filter(it -> all[it] > 0).toArray();
    this.missing = IntStream.of(open).mapToLong(it -> all[it]).toArray();
    this.candidates =
        IntStream.range(0, supply.warehouses())
            .filter(it -> !picked[it] && IntStream.of(open).anyMatch(p -> supply.held(it, p) > 0))
            .toArray();
    this.held =
        IntStream.of(candidates)
            .mapToObj(it -> IntStream.of(open).map(p -> supply.held(it, p)).toArray())
            .toArray(int[][]::new);
    this.greatest = greatest();
    choose();
  }

  /** The choice, a mark per warehouse. */
  boolean[] chosen() {
    return best.clone();
  }

  /** Whether it is known that no fewer would do. */
  boolean isFewest() {
    return fewest;
  }

  long looks() {
    return looks;
  }

  private void choose() {
    int size = leastSize() - 1;
    while (best == null && looks < MOST_LOOKS) {
      size++;
      search(0, size);
    }
    if (best == null) {
      int[] greedy = new GreedyWarehouses(supply, supply.missingAfter(picked), candidates).chosen();
      best = picked.clone();
      IntStream.of(greedy).forEach(it -> best[it] = true);
      fewest = greedy.length == size;
    }
  }

  /** No fewer candidates than this have enough of each single product. */
  private int leastSize() {
    boolean[] all = new boolean[picked.length];
    IntStream.of(candidates).forEach(it -> all[it] = true);
    return IntStream.range(0, open.length)
        .map(it -> lines.fewest(missing[it], open[it], all))
        .max()
        .orElse(0);
  }

  /**
   * Examines every way to pick so many more of the candidates from this one on, in order, knowing
   * that they can reach what is missing.
   */
  private void search(int from, int toPick) {
    if (toPick == 0) {
      compare();
      return;
    }
    for (int i = from; i <= candidates.length - toPick; i++) {
      boolean isOver = looks >= MOST_LOOKS || bestCost == lines.leastCost();
      if (isOver || i > from && !canReach(i, toPick)) {
        return;
      }
      looks += open.length;
      pick(i, true);
      if (canReach(i + 1, toPick - 1)) {
        search(i + 1, toPick - 1);
      }
      pick(i, false);
    }
  }

  private void compare() {
    looks += (long) candidates.length * supply.products();
    long cost = lines.cost(picked, bestCost);
    if (cost < bestCost) {
      best = picked.clone();
      bestCost = cost;
    }
  }

  /**
   * Whether so many candidates from this one on could bring what is missing. Begins with the
   * product that failed last, because it mostly fails again.
   */
  private boolean canReach(int from, int toPick) {
    int[] most = greatest[from];
    if (open.length > 0 && missing[hardest] > (long) toPick * most[hardest]) {
      return false;
    }
    for (int i = 0; i < most.length; i++) {
      if (missing[i] > (long) toPick * most[i]) {
        hardest = i;
        return false;
      }
    }
    return true;
  }

  private void pick(int candidate, boolean isPicked) {
    picked[candidates[candidate]] = isPicked;
    int[] brings = held[candidate];
    for (int i = 0; i < brings.length; i++) {
      missing[i] -= isPicked ? brings[i] : -brings[i];
    }
  }

  /** The most that one of the candidates from each on has, by candidate and open product. */
  private int[][] greatest() {
    int[][] most = new int[candidates.length + 1][open.length];
    for (int from = candidates.length - 1; from >= 0; from--) {
      for (int i = 0; i < open.length; i++) {
        most[from][i] = Math.max(most[from + 1][i], held[from][i]);
      }
    }
    return most;
  }
}
