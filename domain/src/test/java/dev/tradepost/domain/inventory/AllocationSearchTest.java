package dev.tradepost.domain.inventory;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.WarehouseId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntBinaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** How much the search for the fewest warehouses looks at, and what it knows when it gives up. */
class AllocationSearchTest {
  private static final long SEED = Long.getLong("seed", System.nanoTime());
  private static final int BOUND = FewestWarehouses.MOST_LOOKS;

  private final Random random = new Random(SEED);

  @Test
  void two_hundred_products_in_twenty_warehouses_take_a_bounded_number_of_looks() {
    checked(shelves(20, 200, 100, (warehouse, product) -> random.nextInt(101)), 100);
    checked(shelves(20, 200, 100, (warehouse, product) -> random.nextInt(12)), 100);
    checked(shelves(20, 200, 100, (warehouse, product) -> 25), 100);
    checked(shelves(20, 200, 100, (warehouse, product) -> 34 + random.nextInt(27)), 100);
    checked(shelves(20, 200, 100, (warehouse, product) -> 9 + random.nextInt(3)), 100);
    checked(shelves(20, 200, 100, (warehouse, product) -> 24 + random.nextInt(4)), 100);
    checked(shelves(20, 200, 1, (warehouse, product) -> random.nextInt(3) == 0 ? 1 : 0), 1);
  }

  @Test
  void with_twelve_candidates_and_a_hundred_products_the_search_always_ends() {
    for (int size = 1; size <= 12; size++) {
      int each = (99 + size) / size;
      int[][] uneven = shelves(12, 100, 100, (warehouse, product) -> each + random.nextInt(2));
      int[][] any = shelves(12, 3, 100, (warehouse, product) -> random.nextInt(2 * each));
      for (int[][] shelves : List.of(uneven, any)) {
        FewestWarehouses choice = checked(shelves, 100);
        assertThat(choice.looks()).as("seed %d, about %d", SEED, size).isLessThan(BOUND);
        assertThat(choice.isFewest()).as("seed %d", SEED).isTrue();
      }
    }
  }

  @Test
  void past_twelve_candidates_a_few_that_suffice_are_found_exactly() {
    int[][] shelves =
        shelves(20, 39, 100, (warehouse, product) -> warehouse % 7 == product % 3 ? 100 : 1);
    FewestWarehouses choice = checked(shelves, 100);
    assertThat(chosen(choice)).containsExactly(0, 1, 2);
    assertThat(choice.isFewest()).isTrue();
    assertThat(choice.looks()).isLessThan(BOUND);
  }

  @Test
  void where_the_search_gives_up_nobody_in_the_choice_is_superfluous_and_the_plan_says_found() {
    int[] first = IntStream.range(0, 200).map(it -> random.nextInt(40)).toArray();
    int[] second = IntStream.range(0, 200).map(it -> random.nextInt(40)).toArray();
    int[][] shelves =
        shelves(40, 200, 1, (house, it) -> house == first[it] || house == second[it] ? 1 : 0);
    FewestWarehouses choice = checked(shelves, 1);
    assertThat(choice.isFewest()).as("seed %d", SEED).isFalse();
    Supply supply = supply(shelves, 1);
    for (int one : chosen(choice)) {
      boolean[] rest = choice.chosen();
      rest[one] = false;
      assertThat(supply.missingAfter(rest)).as("seed %d, without %d", SEED, one).contains(1L);
    }
    assertThat(plan(shelves, 1).explanation())
        .startsWith("fewest shipments found: " + chosen(choice).length + " warehouses, ");
  }

  @Test
  void a_greedy_choice_gives_back_the_warehouse_that_later_ones_made_superfluous() {
    String[] shelves = {".xxxx.", "xxx...", "...xxx"};
    Supply supply =
        supply(shelves(3, 6, 1, (house, it) -> shelves[house].charAt(it) == 'x' ? 1 : 0), 1);
    long[] missing = supply.missingAfter(new boolean[3]);
    assertThat(new GreedyWarehouses(supply, missing, new int[] {0, 1, 2}).chosen())
        .containsExactly(1, 2);
  }

  /** The choice, of which holds what must hold of any. */
  private static FewestWarehouses checked(int[][] shelves, int need) {
    Supply supply = supply(shelves, need);
    FewestWarehouses choice = new FewestWarehouses(supply, new FewestLines(supply));
    assertThat(choice.looks())
        .as("seed %d", SEED)
        .isLessThanOrEqualTo((long) BOUND + shelves.length * shelves[0].length);
    assertThat(LongStream.of(supply.missingAfter(choice.chosen())).filter(it -> it > 0))
        .as("seed %d", SEED)
        .isEmpty();
    Allocation.Plan plan = plan(shelves, need);
    assertThat(
            plan.lines().stream()
                .collect(
                    groupingBy(it -> it.stock().product(), summingInt(Reservation.Line::quantity))))
        .as("seed %d", SEED)
        .isEqualTo(needs(shelves[0].length, need));
    assertThat(plan.lines().stream().map(it -> it.stock().warehouse()).distinct())
        .as("seed %d", SEED)
        .hasSize(chosen(choice).length);
    assertThat(plan.explanation()).hasSizeLessThanOrEqualTo(500);
    return choice;
  }

  private static int[] chosen(FewestWarehouses choice) {
    return IntStream.range(0, choice.chosen().length).filter(it -> choice.chosen()[it]).toArray();
  }

  /** Pieces by warehouse and product; where there are too few, the first warehouse has the rest. */
  private static int[][] shelves(
      int warehouses, int products, int need, IntBinaryOperator available) {
    int[][] shelves = new int[warehouses][products];
    for (int product = 0; product < products; product++) {
      int found = 0;
      for (int warehouse = 0; warehouse < warehouses; warehouse++) {
        shelves[warehouse][product] = available.applyAsInt(warehouse, product);
        found += shelves[warehouse][product];
      }
      shelves[0][product] += Math.max(0, need - found);
    }
    return shelves;
  }

  private static Supply supply(int[][] shelves, int need) {
    Comparator<WarehouseId> byId = Comparator.naturalOrder();
    return Supply.of(needs(shelves[0].length, need), stocks(shelves), byId);
  }

  private static Allocation.Plan plan(int[][] shelves, int need) {
    return Allocation.plan(
        needs(shelves[0].length, need),
        stocks(shelves),
        AllocationPolicy.standard(),
        Destination.UNKNOWN);
  }

  private static Map<ProductId, Integer> needs(int products, int need) {
    Map<ProductId, Integer> needs = new LinkedHashMap<>();
    IntStream.range(0, products).forEach(it -> needs.put(new ProductId("p" + it), need));
    return needs;
  }

  private static List<Stock> stocks(int[][] shelves) {
    List<Stock> stocks = new ArrayList<>();
    for (int house = 0; house < shelves.length; house++) {
      for (int product = 0; product < shelves[house].length; product++) {
        String id = "w%02d".formatted(house);
        stocks.add(AllocationFixture.stock(id, "p" + product, shelves[house][product]));
      }
    }
    return stocks;
  }
}
