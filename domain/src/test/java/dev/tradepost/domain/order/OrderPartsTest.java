package dev.tradepost.domain.order;

import static dev.tradepost.domain.order.OrderFixture.STAMP;
import static dev.tradepost.domain.order.OrderFixture.aDeliveredOrder;
import static dev.tradepost.domain.order.OrderFixture.aPaidOrder;
import static dev.tradepost.domain.order.OrderFixture.anOrder;
import static dev.tradepost.domain.order.OrderFixture.anOrderIn;
import static dev.tradepost.domain.order.OrderFixture.exampleLines;
import static dev.tradepost.domain.order.OrderFixture.later;
import static dev.tradepost.domain.order.OrderFixture.line;
import static dev.tradepost.domain.order.StandardLifecycles.CHECKOUT;
import static dev.tradepost.domain.order.StandardLifecycles.DIRECT;
import static dev.tradepost.domain.shared.Refusals.reasonOf;
import static dev.tradepost.domain.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.Stamp;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pieces of an order that are called off or come back. */
class OrderPartsTest {
  private static final Optional<Duration> NO_LIMIT = Optional.empty();
  private static final ProductId LAPTOP = new ProductId("p1");
  private static final ProductId HEADPHONES = new ProductId("p2");
  private static final Map<ProductId, Integer> A_LAPTOP = Map.of(LAPTOP, 1);
  private static final Map<ProductId, Integer> ALL = Map.of(LAPTOP, 2, HEADPHONES, 1);
  private static final String WHY = "One is enough";

  @Test // S2-11, S0-05, T-10
  void a_piece_that_is_called_off_is_no_longer_paid() {
    Order placed = anOrder(CHECKOUT);
    Stamp inTime = later(Duration.ofMinutes(3));
    Change<Order> change = placed.cancelItems(A_LAPTOP, WHY, NO_LIMIT, inTime);
    Order less = change.state();
    assertThat(less.lines())
        .containsExactly(exampleLines().get(0).cancel(1), exampleLines().get(1));
    assertThat(less.amounts().cancelled()).isEqualTo(usd("500"));
    assertThat(less.amounts().total()).isEqualTo(usd("1300"));
    assertThat(less.updatedAt()).isEqualTo(inTime.at());
    assertThat(less.version()).isEqualTo(placed.version() + 1);
    assertThat(less)
        .usingRecursiveComparison()
        .ignoringFields("lines", "amounts", "updatedAt", "version")
        .isEqualTo(placed);
    assertThat(change.events())
        .containsExactly(
            new OrderEvent.ItemsCancelled(placed.id(), A_LAPTOP, usd("500"), "CREATED", WHY));
    assertThat(placed.amounts().total()).isEqualTo(usd("1800"));
  }

  @Test // S2-11, T-10
  void calling_pieces_of_a_paid_order_off_moves_no_money_by_itself() {
    Change<Order> less = aPaidOrder().cancelItems(A_LAPTOP, WHY, NO_LIMIT, STAMP);
    assertThat(less.state().moneyState()).isEqualTo(MoneyState.PAID);
    assertThat(less.state().status()).isEqualTo("PAID");
    assertThat(less.events()).hasSize(1);
  }

  @Test // A68
  void what_is_called_off_had_cost_its_share_after_discount_and_with_tax() {
    List<OrderLine> lines =
        List.of(line("p1", 3, "10").priced(usd("3"), usd("2.44")), line("p2", 1, "1"));
    Order order = anOrder(CHECKOUT, lines, "5");
    assertThat(order.amounts().total()).isEqualTo(usd("35.44"));
    Order less = order.cancelItems(A_LAPTOP, WHY, NO_LIMIT, STAMP).state();
    assertThat(less.amounts().cancelled()).isEqualTo(usd("9.81"));
    assertThat(less.amounts().total()).isEqualTo(usd("25.63"));
    Order least = less.cancelItems(Map.of(LAPTOP, 2), WHY, NO_LIMIT, STAMP).state();
    assertThat(least.amounts().cancelled()).isEqualTo(usd("29.44"));
    assertThat(least.amounts().total()).isEqualTo(usd("6"));
    assertThat(least.valueOf(Map.of(HEADPHONES, 1))).isEqualTo(usd("6"));
  }

  @Test // S2-11
  void no_more_pieces_are_called_off_than_are_kept() {
    Order less = anOrder(CHECKOUT).cancelItems(A_LAPTOP, WHY, NO_LIMIT, STAMP).state();
    for (Map<ProductId, Integer> tooMany :
        List.of(Map.of(LAPTOP, 2), Map.of(LAPTOP, Integer.MAX_VALUE), ALL)) {
      assertThat(reasonOf(() -> less.cancelItems(tooMany, WHY, NO_LIMIT, STAMP)))
          .isEqualTo(OrderReason.NOT_SO_MANY_KEPT);
      assertThat(reasonOf(() -> less.valueOf(tooMany))).isEqualTo(OrderReason.NOT_SO_MANY_KEPT);
      assertThat(reasonOf(() -> less.takeBack(tooMany, STAMP)))
          .isEqualTo(OrderReason.NOT_SO_MANY_KEPT);
    }
  }

  @Test // A70
  void a_product_that_was_not_ordered_is_neither_called_off_nor_taken_back() {
    Map<ProductId, Integer> chair = Map.of(LAPTOP, 1, new ProductId("p3"), 1);
    Rejection refusal = refusalOf(() -> anOrder(CHECKOUT).cancelItems(chair, WHY, NO_LIMIT, STAMP));
    assertThat(refusal.reason()).isEqualTo(OrderReason.NOT_ORDERED);
    assertThat(refusal.detail()).isEqualTo("product p3 is not in this order");
    assertThat(reasonOf(() -> aDeliveredOrder().takeBack(chair, STAMP)))
        .isEqualTo(OrderReason.NOT_ORDERED);
  }

  @ParameterizedTest // T-09
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void a_number_of_pieces_below_one_is_refused(int pieces) {
    Map<ProductId, Integer> some = Map.of(LAPTOP, pieces);
    assertThat(reasonOf(() -> anOrder(CHECKOUT).cancelItems(some, WHY, NO_LIMIT, STAMP)))
        .isEqualTo(SharedReason.QUANTITY_NOT_POSITIVE);
    assertThat(reasonOf(() -> aDeliveredOrder().takeBack(some, STAMP)))
        .isEqualTo(SharedReason.QUANTITY_NOT_POSITIVE);
  }

  @Test // S2-44, A54, A55
  void pieces_are_called_off_exactly_where_the_order_could_be() {
    for (OrderLifecycle lifecycle : StandardLifecycles.all()) {
      for (String status : lifecycle.table().states()) {
        Order order = anOrderIn(lifecycle, status);
        if (order.allowedActions().contains(OrderAction.CANCEL)) {
          Order less = order.cancelItems(A_LAPTOP, WHY, NO_LIMIT, STAMP).state();
          assertThat(less.status()).isEqualTo(status);
        } else {
          assertThat(reasonOf(() -> order.cancelItems(A_LAPTOP, WHY, NO_LIMIT, STAMP)))
              .as("%s of %s", status, lifecycle.name())
              .isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
        }
      }
    }
  }

  @Test // S0-31, X-04
  void pieces_are_called_off_until_the_window_closes() {
    Order order = anOrder(DIRECT);
    Optional<Duration> window = Optional.of(Duration.ofMinutes(10));
    order.cancelItems(A_LAPTOP, WHY, window, later(Duration.ofMinutes(10)));
    Stamp late = later(Duration.ofMillis(600_001));
    assertThat(reasonOf(() -> order.cancelItems(A_LAPTOP, WHY, window, late)))
        .isEqualTo(OrderReason.CANCELLATION_WINDOW_CLOSED);
    order.cancelItems(A_LAPTOP, WHY, NO_LIMIT, late);
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(strings = {" ", "a\nb"})
  void pieces_are_called_off_for_a_readable_reason(String reason) {
    Rejection refusal =
        refusalOf(() -> anOrder(CHECKOUT).cancelItems(A_LAPTOP, reason, NO_LIMIT, STAMP));
    assertThat(refusal.reason()).isEqualTo(SharedReason.UNREADABLE_TEXT);
    assertThat(refusal.field()).contains("reason");
  }

  @Test
  void the_last_pieces_are_called_off_with_the_order_and_not_without_it() {
    Order order = anOrder(CHECKOUT);
    assertThat(order.keptWithout(ALL)).isZero();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> order.cancelItems(ALL, WHY, NO_LIMIT, STAMP));
    Order less = order.cancelItems(Map.of(LAPTOP, 2), WHY, NO_LIMIT, STAMP).state();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> less.cancelItems(Map.of(HEADPHONES, 1), WHY, NO_LIMIT, STAMP));
  }

  @Test
  void an_order_knows_how_many_pieces_would_be_kept() {
    Order order = anOrder(CHECKOUT);
    assertThat(order.keptWithout(Map.of())).isEqualTo(3);
    assertThat(order.keptWithout(A_LAPTOP)).isEqualTo(2);
    Order less = order.cancelItems(A_LAPTOP, WHY, NO_LIMIT, STAMP).state();
    assertThat(less.keptWithout(Map.of(HEADPHONES, 1))).isEqualTo(1);
  }

  @Test // S0-40, A16
  void an_order_of_very_many_pieces_is_not_taken_for_one_of_none() {
    List<OrderLine> lines =
        IntStream.rangeClosed(1, 5).mapToObj(i -> line("p" + i, 1 << 30, "0.01")).toList();
    Order order = anOrder(CHECKOUT, lines);
    Map<ProductId, Integer> one = Map.of(new ProductId("p5"), 1 << 30);
    assertThat(order.keptWithout(one)).isEqualTo(4L << 30);
    assertThat(order.valueOf(one)).isEqualTo(lines.get(4).total());
  }

  @Test // S2-05, S2-11, A68, T-14, T-15
  void a_piece_that_came_back_leaves_the_order_where_it_stands() {
    Order delivered = aDeliveredOrder();
    Change<Order> change = delivered.takeBack(A_LAPTOP, later(Duration.ofDays(3)));
    Order less = change.state();
    assertThat(less.lines())
        .containsExactly(exampleLines().get(0).takeBack(1), exampleLines().get(1));
    assertThat(less.version()).isEqualTo(delivered.version() + 1);
    assertThat(less.updatedAt()).isEqualTo(later(Duration.ofDays(3)).at());
    assertThat(less)
        .usingRecursiveComparison()
        .ignoringFields("lines", "updatedAt", "version")
        .isEqualTo(delivered);
    assertThat(change.events())
        .containsExactly(new OrderEvent.ItemsReturned(delivered.id(), A_LAPTOP, usd("500")));
  }

  @Test // A68, T-15
  void pieces_come_back_one_after_the_other_and_shipping_with_the_last() {
    Order order = anOrder(DIRECT, exampleLines(), "12.34").ship(STAMP).state();
    assertThat(order.valueOf(ALL)).isEqualTo(order.amounts().total()).isEqualTo(usd("1812.34"));
    assertThat(order.valueOf(A_LAPTOP)).isEqualTo(usd("500"));
    assertThat(order.valueOf(Map.of(LAPTOP, 2))).isEqualTo(usd("1000"));
    Order less = order.takeBack(Map.of(HEADPHONES, 1), STAMP).state();
    assertThat(less.valueOf(A_LAPTOP)).isEqualTo(usd("500"));
    Change<Order> last = less.takeBack(Map.of(LAPTOP, 2), STAMP);
    assertThat(last.events())
        .containsExactly(
            new OrderEvent.ItemsReturned(order.id(), Map.of(LAPTOP, 2), usd("1012.34")));
    assertThat(last.state().amounts().total()).isEqualTo(usd("1812.34"));
  }

  @Test // A68, A74
  void shipping_comes_back_only_once_even_when_an_empty_parcel_comes_last() {
    Order order = anOrder(DIRECT, exampleLines(), "12.34").ship(STAMP).state();
    assertThat(order.valueOf(Map.of())).isEqualTo(usd("0"));
    Order none = order.takeBack(ALL, STAMP).state();
    assertThat(none.keptWithout(Map.of())).isZero();
    assertThat(none.valueOf(Map.of())).isEqualTo(usd("0"));
  }

  @Test
  void the_pieces_of_the_events_do_not_change() {
    Map<ProductId, Integer> some = new HashMap<>(A_LAPTOP);
    Order order = anOrder(DIRECT);
    OrderEvent.ItemsCancelled cancelled =
        new OrderEvent.ItemsCancelled(order.id(), some, usd("500"), "PLACED", WHY);
    OrderEvent.ItemsReturned returned = new OrderEvent.ItemsReturned(order.id(), some, usd("500"));
    some.clear();
    assertThat(cancelled.items()).isEqualTo(A_LAPTOP);
    assertThat(returned.items()).isEqualTo(A_LAPTOP);
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> cancelled.items().clear());
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> returned.items().clear());
  }

  private static Money usd(String amount) {
    return Money.of(amount, "USD");
  }
}
