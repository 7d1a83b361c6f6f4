package dev.tradepost.domain.inventory;

import static dev.tradepost.domain.inventory.AllocationFixture.needs;
import static dev.tradepost.domain.inventory.AllocationFixture.policy;
import static dev.tradepost.domain.inventory.AllocationFixture.stocks;
import static dev.tradepost.domain.inventory.AllocationFixture.to;
import static dev.tradepost.domain.inventory.AllocationPolicy.Strategy.FEWEST_SHIPMENTS;
import static dev.tradepost.domain.inventory.AllocationPolicy.Strategy.NEAREST;
import static dev.tradepost.domain.inventory.AllocationPolicy.Strategy.PRIORITY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.domain.shared.ProductId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AllocationExplanationTest {

  @Test
  void one_warehouse_serves_all() {
    List<Stock> stocks = stocks("east p1 3", "east p2 1", "west p1 9");
    assertThat(explain(needs("p1 3", "p2 1"), stocks, policy(FEWEST_SHIPMENTS), ""))
        .isEqualTo("fewest shipments: east serves all");
    assertThat(explain(needs("p1 3"), stocks, policy(PRIORITY, "west 1"), ""))
        .isEqualTo("priority: west serves all");
    assertThat(explain(needs("p1 3"), stocks, policy(NEAREST, "west 1 DE Hesse"), "DE Hesse"))
        .isEqualTo("nearest: west in the same region serves all");
  }

  @Test
  void several_warehouses_say_what_each_serves() {
    List<Stock> stocks = stocks("east p1 3", "east p2 1", "west p1 2");
    assertThat(explain(needs("p1 5", "p2 1"), stocks, policy(FEWEST_SHIPMENTS), ""))
        .isEqualTo("fewest shipments: 2 warehouses, east (p1 x3, p2 x1), west (p1 x2)");
    assertThat(explain(needs("p2 1", "p1 5"), stocks, policy(PRIORITY, "west 1", "east 2"), ""))
        .isEqualTo("priority: 2 warehouses, west (p1 x2), east (p2 x1, p1 x3)");
  }

  @Test
  void the_nearest_say_how_near_they_are() {
    List<Stock> stocks = stocks("a p1 1", "b p1 1", "c p1 1");
    AllocationPolicy policy = policy(NEAREST, "a 1 US", "b 2 DE", "c 3 DE Bavaria");
    assertThat(explain(needs("p1 3"), stocks, policy, "DE bavaria"))
        .isEqualTo(
            "nearest: 3 warehouses, c in the same region (p1 x1), b in the same country (p1 x1),"
                + " a (p1 x1)");
  }

  @Test
  void nothing_needs_nothing() {
    assertThat(explain(Map.of(), stocks("a p1 1"), policy(FEWEST_SHIPMENTS), ""))
        .isEqualTo("fewest shipments: nothing to serve");
  }

  @Test
  void many_products_are_counted_after_the_first_three() {
    Map<ProductId, Integer> needs = new LinkedHashMap<>();
    List<String> stocks = new ArrayList<>(List.of("west p200 1"));
    for (int product = 1; product <= 199; product++) {
      stocks.add("east p" + product + " " + product);
      needs.putAll(needs("p" + product + " " + product));
    }
    needs.putAll(needs("p200 1"));
    String[] shelves = stocks.toArray(String[]::new);
    assertThat(explain(needs, stocks(shelves), policy(FEWEST_SHIPMENTS), ""))
        .isEqualTo(
            "fewest shipments: 2 warehouses,"
                + " east (p1 x1, p2 x2, p3 x3 and 196 more), west (p200 x1)");
  }

  @Test
  void many_warehouses_are_counted_where_no_more_can_be_named() {
    Map<ProductId, Integer> needs = new LinkedHashMap<>();
    List<String> stocks = new ArrayList<>();
    for (int warehouse = 10; warehouse < 30; warehouse++) {
      String id = warehouse + "w".repeat(62);
      for (String product : List.of("a", "b")) {
        String name = product + warehouse + "p".repeat(61);
        stocks.add(id + " " + name + " " + Integer.MAX_VALUE);
        needs.putAll(needs(name + " " + Integer.MAX_VALUE));
      }
    }
    String[] shelves = stocks.toArray(String[]::new);
    String text = explain(needs, stocks(shelves), policy(NEAREST), "");
    assertThat(text)
        .startsWith("nearest: 20 warehouses, 10www")
        .endsWith("ppp x2147483647 and 1 more) and 18 more")
        .hasSizeLessThanOrEqualTo(Explanation.MAX_LENGTH);
  }

  private static String explain(
      Map<ProductId, Integer> needs, List<Stock> stocks, AllocationPolicy policy, String place) {
    return Allocation.plan(needs, stocks, policy, to(place)).explanation();
  }
}
