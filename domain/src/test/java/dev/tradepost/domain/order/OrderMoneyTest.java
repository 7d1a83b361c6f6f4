package dev.tradepost.domain.order;

import static dev.tradepost.domain.order.OrderFixture.STAMP;
import static dev.tradepost.domain.order.OrderFixture.aDeliveredOrder;
import static dev.tradepost.domain.order.OrderFixture.aPaidOrder;
import static dev.tradepost.domain.order.OrderFixture.anOrder;
import static dev.tradepost.domain.order.StandardLifecycles.CHECKOUT;
import static dev.tradepost.domain.order.StandardLifecycles.DIRECT;
import static dev.tradepost.domain.order.StandardLifecycles.FULFILMENT;
import static dev.tradepost.domain.shared.Refusals.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.SharedReason;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderMoneyTest {
  private static final Optional<Duration> NO_LIMIT = Optional.empty();
  private static final Money ALL = Money.of("1800", "USD");

  @Test // S1-16
  void an_unpaid_order_cannot_be_shipped_where_payment_is_required() {
    for (Order unpaid : List.of(anOrder(CHECKOUT), anOrder(FULFILMENT))) {
      assertThat(reasonOf(() -> unpaid.ship(STAMP))).isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
    }
  }

  @Test // S0-52, S1-16
  void a_paid_order_cannot_be_paid_again() {
    for (Order paid :
        List.of(aPaidOrder(), aDeliveredOrder(), anOrder(DIRECT).pay(STAMP).state())) {
      assertThat(reasonOf(() -> paid.pay(STAMP))).isEqualTo(OrderReason.ALREADY_PAID);
      assertThat(reasonOf(paid::requirePayable)).isEqualTo(OrderReason.ALREADY_PAID);
      assertThat(paid.allowedActions()).doesNotContain(OrderAction.PAY);
    }
  }

  @Test // S0-52
  void an_order_that_is_over_cannot_be_paid() {
    Order cancelled = anOrder(CHECKOUT).cancel("Changed my mind", NO_LIMIT, STAMP).state();
    assertThat(reasonOf(cancelled::requirePayable)).isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
  }

  @Test // S0-52
  void an_order_is_payable_also_where_paying_confirms_it_first() {
    anOrder(CHECKOUT).requirePayable();
    assertThat(anOrder(CHECKOUT).pay(STAMP).state().status()).isEqualTo("PAID");
  }

  @Test
  void money_that_never_came_in_cannot_go_back() {
    Order unpaid = anOrder(DIRECT);
    assertThatThrownBy(() -> unpaid.moneyReturned(ALL, ALL, STAMP))
        .isInstanceOfAny(
            Rejection.class, IllegalArgumentException.class, IllegalStateException.class);
  }

  @Test // S0-30, S0-54, S2-11
  void money_that_goes_back_is_shown_as_part_and_then_as_all() {
    Order paid = aPaidOrder();
    Change<Order> part = paid.moneyReturned(Money.of("1799.99", "USD"), ALL, STAMP);
    assertThat(part.state().moneyState()).isEqualTo(MoneyState.PARTIALLY_REFUNDED);
    Change<Order> all = part.then(it -> it.moneyReturned(ALL, ALL, STAMP));
    assertThat(all.state().moneyState()).isEqualTo(MoneyState.REFUNDED);
    assertThat(all.state().status()).isEqualTo("PAID");
    assertThat(all.state().version()).isEqualTo(paid.version() + 2);
    assertThat(all.events())
        .containsExactly(
            new OrderEvent.MoneyMoved(paid.id(), MoneyState.PARTIALLY_REFUNDED),
            new OrderEvent.MoneyMoved(paid.id(), MoneyState.REFUNDED));
  }

  @Test // S0-30, S0-54, T-10
  void a_paid_order_that_is_cancelled_has_its_money_on_the_way_back() {
    Order paid = aPaidOrder();
    Change<Order> cancelled = paid.cancel("Changed my mind", NO_LIMIT, STAMP);
    assertThat(cancelled.state().status()).isEqualTo("CANCELLED");
    assertThat(cancelled.state().moneyState()).isEqualTo(MoneyState.REFUND_PENDING);
    assertThat(cancelled.state().version()).isEqualTo(paid.version() + 2);
    assertThat(cancelled.events())
        .containsExactly(
            new OrderEvent.StateChanged(
                paid.id(), "PAID", "CANCELLED", OrderAction.CANCEL, "Changed my mind"),
            new OrderEvent.MoneyMoved(paid.id(), MoneyState.REFUND_PENDING));
    assertThat(cancelled.state().moneyReturned(ALL, ALL, STAMP).state().moneyState())
        .isEqualTo(MoneyState.REFUNDED);
  }

  @ParameterizedTest
  @EnumSource(
      value = MoneyState.class,
      names = {"PARTIALLY_REFUNDED", "REFUNDED"})
  void an_order_whose_money_went_back_cannot_be_paid_again(MoneyState state) {
    Money returned = Money.of(state == MoneyState.REFUNDED ? "1800" : "1", "USD");
    Order order = anOrder(DIRECT).pay(STAMP).state().moneyReturned(returned, ALL, STAMP).state();
    assertThat(order.moneyState()).isEqualTo(state);
    assertThat(reasonOf(() -> order.pay(STAMP))).isEqualTo(OrderReason.ALREADY_PAID);
  }

  @Test // S2-11, A74, T-14
  void all_is_back_when_what_was_captured_is_and_not_what_the_order_costs_by_now() {
    Map<ProductId, Integer> headphones = Map.of(new ProductId("p2"), 1);
    Order paidLess =
        anOrder(CHECKOUT)
            .cancelItems(headphones, "Too dear", NO_LIMIT, STAMP)
            .then(it -> it.pay(STAMP))
            .state();
    Money captured = Money.of("1000", "USD");
    assertThat(stateAfter(paidLess, captured, captured)).isEqualTo(MoneyState.REFUNDED);
    Order paidAll = aPaidOrder().cancelItems(headphones, "Too dear", NO_LIMIT, STAMP).state();
    assertThat(stateAfter(paidAll, Money.of("800", "USD"), ALL))
        .isEqualTo(MoneyState.PARTIALLY_REFUNDED);
    assertThat(stateAfter(paidAll, captured, ALL)).isEqualTo(MoneyState.PARTIALLY_REFUNDED);
    assertThat(stateAfter(paidAll, ALL, ALL)).isEqualTo(MoneyState.REFUNDED);
  }

  private static MoneyState stateAfter(Order order, Money refunded, Money captured) {
    return order.moneyReturned(refunded, captured, STAMP).state().moneyState();
  }

  @Test // S2-11, A74
  void an_order_that_is_cancelled_after_a_part_came_back_gets_the_rest() {
    Order part = aPaidOrder().moneyReturned(Money.of("500", "USD"), ALL, STAMP).state();
    Change<Order> cancelled = part.cancel("Changed my mind", NO_LIMIT, STAMP);
    assertThat(cancelled.state().moneyState()).isEqualTo(MoneyState.REFUND_PENDING);
    assertThat(cancelled.events())
        .contains(new OrderEvent.MoneyMoved(part.id(), MoneyState.REFUND_PENDING));
    assertThat(stateAfter(cancelled.state(), ALL, ALL)).isEqualTo(MoneyState.REFUNDED);
  }

  @Test // A74
  void an_order_whose_money_is_all_back_is_cancelled_without_more_of_it() {
    Order refunded = aPaidOrder().moneyReturned(ALL, ALL, STAMP).state();
    Change<Order> cancelled = refunded.cancel("Changed my mind", NO_LIMIT, STAMP);
    assertThat(cancelled.state().moneyState()).isEqualTo(MoneyState.REFUNDED);
    assertThat(cancelled.events()).hasSize(1);
  }

  @Test // S2-54, A62
  void money_that_came_too_late_goes_back_at_once() {
    Order cancelled = anOrder(CHECKOUT).cancel("Changed my mind", NO_LIMIT, STAMP).state();
    Change<Order> late = cancelled.paidTooLate(STAMP);
    assertThat(late.state().status()).isEqualTo("CANCELLED");
    assertThat(late.state().moneyState()).isEqualTo(MoneyState.REFUND_PENDING);
    assertThat(late.events())
        .containsExactly(new OrderEvent.MoneyMoved(cancelled.id(), MoneyState.REFUND_PENDING));
    assertThat(reasonOf(() -> late.state().paidTooLate(STAMP))).isEqualTo(OrderReason.ALREADY_PAID);
    assertThat(stateAfter(late.state(), ALL, ALL)).isEqualTo(MoneyState.REFUNDED);
  }
}
