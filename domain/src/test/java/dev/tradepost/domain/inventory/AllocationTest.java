package dev.tradepost.domain.inventory;

import static dev.tradepost.domain.shared.Refusals.reasonOf;
import static dev.tradepost.domain.shared.Refusals.refusalOf;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.summingLong;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.WarehouseId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllocationTest {
  private static final long SEED = Long.getLong("seed", System.nanoTime());
  private static final ProductId LAPTOP = new ProductId("laptop");
  private static final ProductId MUG = new ProductId("mug");

  @Test // S2-56
  void one_warehouse_serves_everything_where_one_can() {
    List<Stock> stocks =
        List.of(
            stock(LAPTOP, "east", 9),
            stock(MUG, "east", 0),
            stock(LAPTOP, "west", 2),
            stock(MUG, "west", 3));
    assertThat(plan(needs(2, 3), stocks))
        .containsExactly(line(LAPTOP, "west", 2), line(MUG, "west", 3));
  }

  @Test // S2-56
  void of_several_warehouses_that_could_the_first_by_id_serves() {
    List<Stock> stocks = List.of(stock(LAPTOP, "west", 5), stock(LAPTOP, "east", 5));
    assertThat(plan(Map.of(LAPTOP, 5), stocks)).containsExactly(line(LAPTOP, "east", 5));
  }

  @Test // S2-10, S2-57, T-11
  void a_line_is_split_where_no_warehouse_has_it_all() {
    List<Stock> stocks =
        List.of(stock(LAPTOP, "west", 3), stock(LAPTOP, "north", 0), stock(LAPTOP, "east", 2));
    assertThat(plan(Map.of(LAPTOP, 4), stocks))
        .containsExactly(line(LAPTOP, "east", 2), line(LAPTOP, "west", 2));
  }

  @Test // S2-57
  void products_come_from_different_warehouses_where_they_must() {
    List<Stock> stocks = List.of(stock(LAPTOP, "east", 1), stock(MUG, "west", 1));
    assertThat(plan(needs(1, 1), stocks))
        .containsExactly(line(LAPTOP, "east", 1), line(MUG, "west", 1));
  }

  @Test // S1-09
  void what_is_reserved_is_not_given_again() {
    List<Stock> stocks =
        List.of(
            new Stock(new StockId(LAPTOP, new WarehouseId("east")), 5, 4, 1),
            stock(LAPTOP, "west", 2));
    assertThat(plan(Map.of(LAPTOP, 3), stocks))
        .containsExactly(line(LAPTOP, "east", 1), line(LAPTOP, "west", 2));
  }

  @Test // S1-08, S1-23, S2-52, S2-53
  void a_product_that_falls_short_refuses_everything() {
    List<Stock> stocks =
        List.of(stock(LAPTOP, "east", 5), stock(MUG, "east", 1), stock(MUG, "west", 1));
    Rejection refusal = refusalOf(() -> plan(needs(2, 3), stocks));
    assertThat(refusal.reason()).isEqualTo(SharedReason.INSUFFICIENT_STOCK);
    assertThat(refusal.detail()).isEqualTo("3 of product mug were asked for, 2 are available");
    assertThat(refusalOf(() -> plan(needs(1, 1), List.of())).detail())
        .isEqualTo("1 of product laptop were asked for, 0 are available");
  }

  @ParameterizedTest // S0-18, T-09
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void a_need_below_one_is_refused(int quantity) {
    List<Stock> stocks = List.of(stock(LAPTOP, "east", 5));
    assertThat(reasonOf(() -> plan(Map.of(LAPTOP, quantity), stocks)))
        .isEqualTo(SharedReason.QUANTITY_NOT_POSITIVE);
  }

  @Test
  void stock_past_the_range_of_an_int_is_counted_right() {
    List<Stock> stocks = List.of(stock(LAPTOP, "east", 1L << 32), stock(LAPTOP, "west", 1));
    assertThat(plan(Map.of(LAPTOP, Integer.MAX_VALUE), stocks))
        .containsExactly(line(LAPTOP, "east", Integer.MAX_VALUE));
  }

  @Test // S1-08, S1-23, S2-06, S2-56
  void any_plan_covers_the_needs_exactly_or_is_refused_exactly_when_it_cannot() {
    Random random = new Random(SEED);
    int planned = 0;
    for (int round = 0; round < 3_000; round++) {
      List<Stock> stocks = anyStocks(random);
      Map<ProductId, Integer> needs = anyNeeds(random);
      Map<ProductId, Long> available =
          stocks.stream()
              .collect(groupingBy(it -> it.id().product(), summingLong(Stock::available)));
      boolean enough =
          needs.entrySet().stream()
              .allMatch(need -> available.getOrDefault(need.getKey(), 0L) >= need.getValue());
      if (enough) {
        checkPlan(needs, stocks, random);
        planned++;
      } else {
        assertThat(reasonOf(() -> plan(needs, stocks)))
            .as("seed %d, %s of %s", SEED, needs, stocks)
            .isEqualTo(SharedReason.INSUFFICIENT_STOCK);
      }
    }
    assertThat(planned).as("seed %d", SEED).isBetween(300, 2_700);
  }

  private static void checkPlan(Map<ProductId, Integer> needs, List<Stock> stocks, Random random) {
    List<Reservation.Line> plan = plan(needs, stocks);
    String what = "seed %d: %s of %s".formatted(SEED, needs, stocks);
    assertThat(
            plan.stream()
                .collect(
                    groupingBy(it -> it.stock().product(), summingInt(Reservation.Line::quantity))))
        .as(what)
        .isEqualTo(needs);
    Map<StockId, Long> available = stocks.stream().collect(toMap(Stock::id, Stock::available));
    assertThat(plan)
        .as(what)
        .allSatisfy(
            it -> assertThat(available.get(it.stock())).isGreaterThanOrEqualTo(it.quantity()))
        .extracting(Reservation.Line::stock)
        .doesNotHaveDuplicates();
    List<Stock> shuffled = new ArrayList<>(stocks);
    Collections.shuffle(shuffled, random);
    assertThat(plan(needs, shuffled)).as(what).isEqualTo(plan);
    if (oneWarehouseCould(needs, stocks)) {
      assertThat(plan.stream().map(it -> it.stock().warehouse()).distinct()).as(what).hasSize(1);
    }
  }

  private static boolean oneWarehouseCould(Map<ProductId, Integer> needs, List<Stock> stocks) {
    return stocks.stream()
        .map(stock -> stock.id().warehouse())
        .distinct()
        .anyMatch(
            warehouse ->
                needs.entrySet().stream()
                    .allMatch(
                        need ->
                            stocks.stream()
                                .filter(it -> it.id().equals(new StockId(need.getKey(), warehouse)))
                                .anyMatch(it -> it.available() >= need.getValue())));
  }

  private static List<Stock> anyStocks(Random random) {
    List<Stock> stocks = new ArrayList<>();
    for (String warehouse : List.of("east", "north", "west")) {
      for (int product = 0; product < 3; product++) {
        if (random.nextInt(5) > 0) {
          long onHand = random.nextInt(8);
          long reserved = random.nextInt((int) onHand + 1);
          StockId id = new StockId(new ProductId("p" + product), new WarehouseId(warehouse));
          stocks.add(new Stock(id, onHand, reserved, 1));
        }
      }
    }
    Collections.shuffle(stocks, random);
    return stocks;
  }

  private static Map<ProductId, Integer> anyNeeds(Random random) {
    Map<ProductId, Integer> needs = new LinkedHashMap<>();
    for (int line = 0; line <= random.nextInt(3); line++) {
      needs.put(new ProductId("p" + random.nextInt(3)), 1 + random.nextInt(6));
    }
    return needs;
  }

  private static List<Reservation.Line> plan(
      Map<ProductId, Integer> needs, Collection<Stock> stocks) {
    return Allocation.plan(needs, stocks, AllocationPolicy.standard(), Destination.UNKNOWN).lines();
  }

  private static Map<ProductId, Integer> needs(int laptops, int mugs) {
    Map<ProductId, Integer> needs = new LinkedHashMap<>();
    needs.put(LAPTOP, laptops);
    needs.put(MUG, mugs);
    return needs;
  }

  private static Stock stock(ProductId product, String warehouse, long onHand) {
    return new Stock(new StockId(product, new WarehouseId(warehouse)), onHand, 0, 1);
  }

  private static Reservation.Line line(ProductId product, String warehouse, int quantity) {
    return new Reservation.Line(new StockId(product, new WarehouseId(warehouse)), quantity);
  }
}
