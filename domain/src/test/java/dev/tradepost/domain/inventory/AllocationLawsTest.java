package dev.tradepost.domain.inventory;

import static dev.tradepost.domain.shared.Refusals.reasonOf;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingInt;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.domain.inventory.AllocationPolicy.Strategy;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.WarehouseId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds of any plan, on small cases by chance, beside {@link AllocationReference}. */
class AllocationLawsTest {
  private static final long SEED = Long.getLong("seed", System.nanoTime());
  private static final int CASES = 2_000;

  private final Random random = new Random(SEED);

  @ParameterizedTest
  @EnumSource
  void a_plan_serves_the_needs_exactly_and_is_refused_exactly_when_it_cannot(Strategy strategy) {
    int planned = 0;
    for (int i = 0; i < CASES; i++) {
      Case any = anyCase(strategy);
      if (any.reference().isEnough()) {
        planned++;
        Allocation.Plan plan = any.plan();
        assertThat(
                plan.lines().stream()
                    .collect(
                        groupingBy(
                            it -> it.stock().product(), summingInt(Reservation.Line::quantity))))
            .as("%s", any)
            .isEqualTo(any.needs);
        assertThat(plan.lines())
            .as("%s", any)
            .allSatisfy(
                line ->
                    assertThat((long) line.quantity()).isBetween(1L, any.available(line.stock())))
            .extracting(Reservation.Line::stock)
            .doesNotHaveDuplicates();
        assertThat(plan.explanation()).as("%s", any).isNotBlank().hasSizeLessThanOrEqualTo(500);
      } else {
        assertThat(reasonOf(any::plan)).as("%s", any).isEqualTo(SharedReason.INSUFFICIENT_STOCK);
      }
    }
    assertThat(planned).as("seed %d", SEED).isBetween(CASES / 10, CASES * 9 / 10);
  }

  @ParameterizedTest
  @EnumSource
  void the_order_in_which_things_are_given_decides_nothing_but_the_order_of_lines(
      Strategy strategy) {
    for (int i = 0; i < CASES; i++) {
      Case any = anyPossibleCase(strategy);
      Case stocksShuffled = new Case(any.needs, shuffled(any.stocks), any.policy, any.to);
      assertThat(stocksShuffled.plan()).as("%s", any).isEqualTo(any.plan());

      Map<ProductId, Integer> needs = new LinkedHashMap<>();
      shuffled(List.copyOf(any.needs.keySet())).forEach(it -> needs.put(it, any.needs.get(it)));
      List<Reservation.Line> lines = new Case(needs, any.stocks, any.policy, any.to).plan().lines();
      assertThat(lines).as("%s", any).containsExactlyInAnyOrderElementsOf(any.plan().lines());
      assertThat(lines.stream().map(it -> it.stock().product()).distinct())
          .as("%s", any)
          .containsExactlyElementsOf(needs.keySet());
    }
  }

  @Test
  void the_fewest_shipments_are_those_that_trying_everything_finds() {
    int ofMany = 0;
    for (int i = 0; i < CASES; i++) {
      Case any = anyPossibleCase(Strategy.FEWEST_SHIPMENTS);
      assertThat(any.plan().lines()).as("%s", any).isEqualTo(any.reference().fewestShipments());
      ofMany += any.plan().explanation().contains("warehouses") ? 1 : 0;
    }
    assertThat(ofMany).as("seed %d", SEED).isGreaterThan(CASES / 10);
  }

  @ParameterizedTest
  @EnumSource(names = {"PRIORITY", "NEAREST"})
  void nobody_in_a_later_tier_serves_what_an_earlier_tier_still_has(Strategy strategy) {
    for (int i = 0; i < CASES; i++) {
      Case any = anyPossibleCase(strategy);
      AllocationReference reference = any.reference();
      for (Reservation.Line line : any.plan().lines()) {
        ProductId product = line.stock().product();
        for (WarehouseId earlier : reference.warehouses()) {
          if (reference.tier(earlier) < reference.tier(line.stock().warehouse())) {
            assertThat(any.taken(earlier, product))
                .as("%s: %s before %s", any, earlier, line)
                .isEqualTo(reference.available(earlier, product));
          }
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"PRIORITY", "NEAREST"})
  void in_a_tier_one_serves_all_that_is_left_where_one_can_else_each_in_turn(Strategy strategy) {
    for (int i = 0; i < CASES; i++) {
      Case any = anyPossibleCase(strategy);
      AllocationReference reference = any.reference();
      Map<ProductId, Integer> left = new HashMap<>(any.needs);
      for (int tier : reference.warehouses().stream().map(reference::tier).distinct().toList()) {
        List<WarehouseId> equals =
            reference.warehouses().stream().filter(it -> reference.tier(it) == tier).toList();
        Optional<WarehouseId> alone =
            equals.stream()
                .filter(
                    it ->
                        left.entrySet().stream()
                            .allMatch(e -> reference.available(it, e.getKey()) >= e.getValue()))
                .findFirst();
        for (WarehouseId id : alone.map(List::of).orElse(equals)) {
          left.replaceAll(
              (product, missing) -> {
                int taken = any.taken(id, product);
                assertThat((long) taken)
                    .as("%s: %s from %s", any, product, id)
                    .isEqualTo(Math.min(missing, reference.available(id, product)));
                return missing - taken;
              });
        }
      }
      assertThat(left.values()).as("%s", any).containsOnly(0);
    }
  }

  private record Case(
      Map<ProductId, Integer> needs, List<Stock> stocks, AllocationPolicy policy, Destination to) {

    Allocation.Plan plan() {
      return Allocation.plan(needs, stocks, policy, to);
    }

    AllocationReference reference() {
      return new AllocationReference(needs, stocks, policy, to);
    }

    long available(StockId id) {
      return reference().available(id.warehouse(), id.product());
    }

    int taken(WarehouseId warehouse, ProductId product) {
      return plan().lines().stream()
          .filter(it -> it.stock().equals(new StockId(product, warehouse)))
          .mapToInt(Reservation.Line::quantity)
          .sum();
    }

    @Override
    public String toString() {
      return "seed %d: %s to %s of %s by %s".formatted(SEED, needs, to, stocks, policy);
    }
  }

  private Case anyPossibleCase(Strategy strategy) {
    Case any = anyCase(strategy);
    while (!any.reference().isEnough()) {
      any = anyCase(strategy);
    }
    return any;
  }

  private Case anyCase(Strategy strategy) {
    Map<ProductId, Integer> needs = new LinkedHashMap<>();
    for (int product = random.nextInt(4); product >= 0; product--) {
      needs.put(new ProductId("p" + random.nextInt(4)), 1 + random.nextInt(7));
    }
    List<Stock> stocks = new ArrayList<>();
    Map<WarehouseId, Site> sites = new HashMap<>();
    for (int warehouse = random.nextInt(5); warehouse >= 0; warehouse--) {
      String id = "w" + warehouse;
      for (int product = 0; product < 4; product++) {
        if (random.nextInt(4) > 0) {
          stocks.add(AllocationFixture.stock(id, "p" + product, random.nextInt(6)));
        }
      }
      if (random.nextInt(6) > 0) {
        sites.put(new WarehouseId(id), new Site(random.nextInt(3), any("DE", "FR"), any("N", "S")));
      }
    }
    Destination to = new Destination(any("DE", "FR"), any("N", "S"));
    return new Case(needs, shuffled(stocks), new AllocationPolicy(strategy, sites), to);
  }

  private Optional<String> any(String... words) {
    return Optional.of(random.nextInt(words.length + 1))
        .filter(it -> it > 0)
        .map(it -> words[it - 1]);
  }

  private <T> List<T> shuffled(List<T> list) {
    List<T> shuffled = new ArrayList<>(list);
    Collections.shuffle(shuffled, random);
    return shuffled;
  }
}
