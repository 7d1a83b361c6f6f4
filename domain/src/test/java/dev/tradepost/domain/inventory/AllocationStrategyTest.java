package dev.tradepost.domain.inventory;

import static dev.tradepost.domain.inventory.AllocationFixture.lines;
import static dev.tradepost.domain.inventory.AllocationFixture.needs;
import static dev.tradepost.domain.inventory.AllocationFixture.policy;
import static dev.tradepost.domain.inventory.AllocationFixture.stocks;
import static dev.tradepost.domain.inventory.AllocationFixture.to;
import static dev.tradepost.domain.inventory.AllocationPolicy.Strategy.FEWEST_SHIPMENTS;
import static dev.tradepost.domain.inventory.AllocationPolicy.Strategy.NEAREST;
import static dev.tradepost.domain.inventory.AllocationPolicy.Strategy.PRIORITY;
import static dev.tradepost.domain.shared.Refusals.reasonOf;
import static dev.tradepost.domain.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.tradepost.domain.inventory.AllocationPolicy.Strategy;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.SharedReason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllocationStrategyTest {
  private static final Map<ProductId, Integer> ONE_OF_EACH = needs("laptop 1", "mug 1", "pen 1");

  @Test
  void two_warehouses_are_preferred_to_three_though_the_third_comes_first() {
    List<Stock> stocks = stocks("a laptop 1", "b laptop 1", "b mug 1", "c laptop 1", "c pen 1");
    assertThat(plan(ONE_OF_EACH, stocks, policy(FEWEST_SHIPMENTS), ""))
        .containsExactly("b laptop 1", "b mug 1", "c pen 1");
  }

  @Test
  void a_warehouse_that_alone_has_something_is_used_for_what_else_it_has() {
    List<Stock> stocks = stocks("a laptop 1", "a mug 1", "b laptop 1", "z laptop 1", "z pen 1");
    assertThat(plan(ONE_OF_EACH, stocks, policy(FEWEST_SHIPMENTS), ""))
        .containsExactly("a laptop 1", "a mug 1", "z pen 1");
  }

  @Test
  void of_as_few_warehouses_those_that_split_fewer_products_serve() {
    Map<ProductId, Integer> needs = needs("laptop 4", "mug 1");
    List<Stock> stocks = stocks("a laptop 2", "b laptop 2", "b mug 1", "c laptop 4", "d mug 1");
    assertThat(plan(needs, stocks, policy(FEWEST_SHIPMENTS), ""))
        .containsExactly("c laptop 4", "b mug 1");
  }

  @Test
  void one_product_split_in_three_is_preferred_to_two_products_split_in_two() {
    Map<ProductId, Integer> needs = needs("laptop 6", "mug 4", "cup 1");
    List<Stock> stocks =
        stocks(
            "a laptop 3",
            "a mug 2",
            "b laptop 3",
            "b mug 2",
            "c laptop 2",
            "c mug 4",
            "x laptop 2",
            "x cup 1");
    assertThat(plan(needs, stocks, policy(FEWEST_SHIPMENTS), ""))
        .containsExactly("a laptop 3", "c laptop 2", "x laptop 1", "c mug 4", "x cup 1");
  }

  @Test
  void a_split_product_comes_in_as_few_lines_as_it_can() {
    Map<ProductId, Integer> needs = needs("laptop 6", "mug 1", "pen 1", "ink 1");
    List<Stock> stocks =
        stocks("a laptop 1", "a mug 1", "b laptop 3", "b pen 1", "c laptop 4", "c ink 1");
    assertThat(plan(needs, stocks, policy(FEWEST_SHIPMENTS), ""))
        .containsExactly("b laptop 3", "c laptop 3", "a mug 1", "b pen 1", "c ink 1");
  }

  @Test
  void of_equal_choices_the_nearest_serves_then_the_one_the_shop_prefers_then_the_first_by_id() {
    Map<ProductId, Integer> needs = needs("laptop 1");
    List<Stock> stocks = stocks("a laptop 1", "b laptop 1", "c laptop 1", "d laptop 1");
    AllocationPolicy policy = policy(FEWEST_SHIPMENTS, "b 7 DE", "c 2 FR", "d 9 DE Bavaria");
    assertThat(plan(needs, stocks, policy, "DE Bavaria")).containsExactly("d laptop 1");
    assertThat(plan(needs, stocks, policy, "DE Hesse")).containsExactly("b laptop 1");
    assertThat(plan(needs, stocks, policy, "")).containsExactly("c laptop 1");
    assertThat(plan(needs, stocks, policy(FEWEST_SHIPMENTS), "DE")).containsExactly("a laptop 1");
  }

  @Test
  void fewer_shipments_count_more_than_nearness() {
    List<Stock> stocks =
        stocks("near laptop 1", "near mug 1", "far laptop 1", "far mug 1", "far pen 1");
    AllocationPolicy policy = policy(FEWEST_SHIPMENTS, "near 1 DE Bavaria", "far 2 US");
    assertThat(plan(ONE_OF_EACH, stocks, policy, "DE Bavaria"))
        .containsExactly("far laptop 1", "far mug 1", "far pen 1");
  }

  @Test
  void by_priority_the_first_warehouse_serves_all_it_can_though_another_could_serve_everything() {
    List<Stock> stocks =
        stocks("main laptop 1", "main pen 1", "all laptop 9", "all mug 9", "all pen 9");
    assertThat(plan(ONE_OF_EACH, stocks, policy(PRIORITY, "main 1", "all 2"), "DE"))
        .containsExactly("main laptop 1", "all mug 1", "main pen 1");
  }

  @Test
  void of_warehouses_of_one_priority_one_that_can_serve_all_that_is_left_does_so_alone() {
    List<Stock> stocks =
        stocks("main laptop 1", "a mug 1", "b mug 1", "b pen 1", "c mug 1", "c pen 1");
    assertThat(plan(ONE_OF_EACH, stocks, policy(PRIORITY, "main 1", "a 2", "b 2", "c 2"), ""))
        .containsExactly("main laptop 1", "b mug 1", "b pen 1");
    assertThat(plan(ONE_OF_EACH, stocks, policy(PRIORITY, "main 1", "a 2", "b 3", "c 3"), ""))
        .containsExactly("main laptop 1", "a mug 1", "b pen 1");
  }

  @Test
  void by_priority_the_destination_does_not_count() {
    List<Stock> stocks = stocks("far laptop 1", "near laptop 1");
    AllocationPolicy policy = policy(PRIORITY, "far 1 US", "near 2 DE Bavaria");
    assertThat(plan(needs("laptop 1"), stocks, policy, "DE Bavaria"))
        .containsExactly("far laptop 1");
  }

  @Test
  void a_warehouse_without_a_priority_comes_after_all_that_have_one() {
    List<Stock> stocks = stocks("a laptop 1", "b laptop 1", "c laptop 1", "d laptop 1");
    assertThat(plan(needs("laptop 3"), stocks, policy(PRIORITY, "d 5", "c -5"), ""))
        .containsExactly("c laptop 1", "d laptop 1", "a laptop 1");
  }

  @Test
  void the_region_serves_before_the_country_and_the_country_before_the_world() {
    List<Stock> stocks =
        stocks("world laptop 9", "country laptop 2", "region laptop 1", "other laptop 9");
    AllocationPolicy policy =
        policy(
            NEAREST, "world 1 US Bavaria", "country 2 DE Hesse", "region 3 DE Bavaria", "other 4");
    assertThat(plan(needs("laptop 5"), stocks, policy, "DE Bavaria"))
        .containsExactly("region laptop 1", "country laptop 2", "world laptop 2");
    assertThat(plan(needs("laptop 5"), stocks, policy, "DE"))
        .containsExactly("country laptop 2", "region laptop 1", "world laptop 2");
    assertThat(plan(needs("laptop 5"), stocks, policy, "")).containsExactly("world laptop 5");
  }

  @Test
  void one_warehouse_as_near_that_has_everything_is_preferred_to_splitting() {
    List<Stock> stocks =
        stocks("first laptop 1", "second laptop 1", "second mug 1", "second pen 1");
    assertThat(
            plan(ONE_OF_EACH, stocks, policy(NEAREST, "first 1 DE", "second 2 DE"), "DE Bavaria"))
        .containsExactly("second laptop 1", "second mug 1", "second pen 1");
    assertThat(
            plan(ONE_OF_EACH, stocks, policy(NEAREST, "first 1 DE", "second 2 FR"), "DE Bavaria"))
        .containsExactly("first laptop 1", "second mug 1", "second pen 1");
  }

  @Test
  void a_region_is_compared_within_its_country_and_without_regard_to_case() {
    List<Stock> stocks = stocks("a laptop 1", "b laptop 1");
    AllocationPolicy policy = policy(NEAREST, "a 1 US Limburg", "b 2 BE  LIMBURG ");
    assertThat(plan(needs("laptop 1"), stocks, policy, "BE limburg")).containsExactly("b laptop 1");
    assertThat(plan(needs("laptop 1"), stocks, policy, " limburg")).containsExactly("a laptop 1");
  }

  @ParameterizedTest
  @EnumSource
  void a_product_that_falls_short_refuses_everything(Strategy strategy) {
    List<Stock> stocks = stocks("a laptop 5", "a mug 1", "b mug 1");
    Rejection refusal =
        refusalOf(() -> plan(needs("laptop 2", "mug 3"), stocks, policy(strategy), "DE"));
    assertThat(refusal.reason()).isEqualTo(SharedReason.INSUFFICIENT_STOCK);
    assertThat(refusal.detail()).isEqualTo("3 of product mug were asked for, 2 are available");
    assertThat(reasonOf(() -> plan(needs("laptop 0"), stocks, policy(strategy), "DE")))
        .isEqualTo(SharedReason.QUANTITY_NOT_POSITIVE);
  }

  @ParameterizedTest
  @EnumSource
  void the_greatest_quantities_are_counted_right(Strategy strategy) {
    int most = Integer.MAX_VALUE;
    List<Stock> stocks =
        stocks("a laptop " + (most - 1), "b laptop " + (Long.MAX_VALUE - 2), "c laptop 1");
    assertThat(plan(needs("laptop " + most), stocks, policy(strategy), ""))
        .containsExactly("b laptop " + most);
    assertThat(
            plan(
                needs("laptop " + most),
                stocks("a laptop " + (most - 1), "c laptop 9"),
                policy(strategy),
                ""))
        .containsExactly("a laptop " + (most - 1), "c laptop 1");
  }

  @Test
  void a_stock_that_is_given_twice_is_a_mistake() {
    List<Stock> twice = stocks("a laptop 1", "a laptop 2");
    assertThatIllegalStateException()
        .isThrownBy(() -> plan(needs("laptop 1"), twice, policy(PRIORITY), ""))
        .withMessageContaining("laptop/a");
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "DEU", "D", "D1", "Germany"})
  void a_country_is_a_code_of_two_capitals(String country) {
    Rejection refusal = refusalOf(() -> new Site(1, Optional.of(country), Optional.empty()));
    assertThat(refusal.reason()).isEqualTo(SharedReason.UNREADABLE_TEXT);
    assertThat(refusal.field()).contains("country");
    assertThat(reasonOf(() -> new Destination(Optional.of(country), Optional.empty())))
        .isEqualTo(SharedReason.UNREADABLE_TEXT);
  }

  @Test
  void a_region_is_readable_text_of_at_most_64_characters() {
    assertThat(to("DE " + "x".repeat(100)).region()).isPresent();
    for (String region : List.of("x".repeat(101), " ", "a\nb")) {
      assertThat(refusalOf(() -> new Site(1, Optional.empty(), Optional.of(region))).field())
          .contains("region");
      assertThat(refusalOf(() -> new Destination(Optional.of("DE"), Optional.of(region))).field())
          .contains("region");
    }
  }

  @Test
  void the_standard_policy_knows_no_sites_and_ships_as_little_as_it_can() {
    assertThat(AllocationPolicy.standard()).isEqualTo(policy(FEWEST_SHIPMENTS));
    assertThatNullPointerException().isThrownBy(() -> new AllocationPolicy(null, Map.of()));
  }

  private static List<String> plan(
      Map<ProductId, Integer> needs, List<Stock> stocks, AllocationPolicy policy, String place) {
    return lines(Allocation.plan(needs, stocks, policy, to(place)));
  }
}
