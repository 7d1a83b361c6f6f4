package dev.tradepost.domain.order;

import static dev.tradepost.domain.order.OrderFixture.ALICE;
import static dev.tradepost.domain.order.OrderFixture.STAMP;
import static dev.tradepost.domain.order.OrderFixture.aDeliveredOrder;
import static dev.tradepost.domain.order.OrderFixture.anOrder;
import static dev.tradepost.domain.order.OrderFixture.anOrderId;
import static dev.tradepost.domain.order.OrderFixture.anOrderIn;
import static dev.tradepost.domain.order.OrderFixture.anOrderNumber;
import static dev.tradepost.domain.order.OrderFixture.exampleLines;
import static dev.tradepost.domain.order.OrderFixture.line;
import static dev.tradepost.domain.order.StandardLifecycles.CHECKOUT;
import static dev.tradepost.domain.order.StandardLifecycles.DIRECT;
import static dev.tradepost.domain.order.StandardLifecycles.FULFILMENT;
import static dev.tradepost.domain.shared.Refusals.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.SharedReason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What an order is placed with beside its lines, and where it goes without anybody's hand. */
class OrderTermsTest {
  private static final Optional<String> NONE = Optional.empty();
  private static final Address HOME =
      new Address("Alice", "1 Main St", NONE, "Springfield", NONE, NONE, "US");
  private static final Address OFFICE =
      new Address("Shop AG", "Am Markt 2", NONE, "Berlin", NONE, Optional.of("10115"), "DE");
  private static final Terms TERMS =
      new Terms(Optional.of(HOME), Optional.of(OFFICE), Optional.of("SPRING10"));

  @Test // S2-36, S2-38, S2-45
  void an_order_keeps_its_addresses_its_coupon_and_what_it_costs() {
    List<OrderLine> lines =
        List.of(
            line("p1", 2, "500").priced(usd("100"), usd("90")),
            line("p2", 1, "800").priced(usd("80"), usd("72")));
    Amounts amounts = Amounts.of(lines, usd("9.99"));
    Change<Order> placed = place(CHECKOUT, lines, amounts);
    Order order = placed.state();
    assertThat(order.terms()).isEqualTo(TERMS);
    assertThat(order.amounts()).isEqualTo(amounts);
    assertThat(order.amounts().total()).isEqualTo(usd("1791.99"));
    assertThat(placed.events())
        .containsExactly(
            new OrderEvent.Created(
                order.id(), order.number(), "checkout", "CREATED", lines, usd("1791.99")));
  }

  @Test // S2-38
  void the_terms_stay_the_same_whatever_becomes_of_the_order() {
    Order delivered =
        place(CHECKOUT, exampleLines(), Amounts.of(exampleLines()))
            .then(it -> cancelALaptop(it))
            .then(it -> it.pay(STAMP))
            .then(it -> it.ship(STAMP))
            .then(it -> it.deliver(STAMP))
            .then(it -> it.takeBack(Map.of(new ProductId("p1"), 1), STAMP))
            .state();
    assertThat(delivered.terms()).isEqualTo(TERMS);
  }

  private static Change<Order> cancelALaptop(Order order) {
    return order.cancelItems(
        Map.of(new ProductId("p1"), 1), "One is enough", Optional.empty(), STAMP);
  }

  @Test
  void an_order_may_come_without_terms() {
    assertThat(anOrder(DIRECT).terms())
        .isEqualTo(Terms.NONE)
        .isEqualTo(new Terms(Optional.empty(), Optional.empty(), Optional.empty()));
  }

  @Test // S2-22, S2-41
  void the_timeline_says_from_where_the_stock_was_promised() {
    Change<Order> placed = place(FULFILMENT, exampleLines(), Amounts.of(exampleLines()));
    assertThat(placed.events())
        .contains(
            new OrderEvent.StateChanged(
                placed.state().id(),
                "PENDING",
                "PAYMENT_PENDING",
                OrderAction.RESERVE,
                "Inventory reserved in east"));
  }

  @Test // S0-36
  void an_order_with_terms_needs_a_line_too() {
    Amounts amounts = Amounts.of(exampleLines());
    assertThat(reasonOf(() -> place(DIRECT, List.of(), amounts)))
        .isEqualTo(OrderReason.ORDER_EMPTY);
  }

  @Test // S2-54, S2-55, A62, T-02
  void an_order_of_two_lines_that_is_not_paid_in_time_ends_once() {
    Order waiting = anOrder(FULFILMENT);
    Change<Order> over = waiting.expire(STAMP);
    assertThat(over.state().status()).isEqualTo("CANCELLED");
    assertThat(over.state().moneyState()).isEqualTo(MoneyState.PENDING);
    assertThat(over.state().version()).isEqualTo(waiting.version() + 1);
    assertThat(over.events())
        .containsExactly(
            new OrderEvent.StateChanged(
                waiting.id(),
                "PAYMENT_PENDING",
                "CANCELLED",
                OrderAction.EXPIRE,
                "Inventory reservation expired"));
    assertThat(reasonOf(() -> over.state().expire(STAMP)))
        .isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
    assertThat(reasonOf(over.state()::requirePayable))
        .isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
  }

  @Test // T-01
  void an_order_that_was_paid_does_not_expire() {
    Order paid = anOrder(FULFILMENT).pay(STAMP).state();
    Order processing = paid.startFulfilment(STAMP).state();
    for (Order order : List.of(paid, processing)) {
      assertThat(reasonOf(() -> order.expire(STAMP)))
          .isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
    }
  }

  @Test // S2-55
  void an_order_expires_only_where_its_lifecycle_says_so() {
    for (OrderLifecycle lifecycle : StandardLifecycles.all()) {
      for (String status : lifecycle.table().states()) {
        Order order = anOrderIn(lifecycle, status);
        if (lifecycle.table().allowedIn(status).contains(OrderAction.EXPIRE)) {
          assertThat(order.expire(STAMP).state().status()).isEqualTo("CANCELLED");
        } else {
          assertThat(reasonOf(() -> order.expire(STAMP)))
              .isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
        }
      }
    }
  }

  @Test // S2-30, S2-31, S2-32, S2-34
  void an_order_of_which_everything_comes_back_follows_its_return() {
    Order delivered = anOrderIn(FULFILMENT, "DELIVERED");
    Change<Order> requested =
        delivered.follow(OrderAction.REQUEST_RETURN, "Too loud", STAMP).orElseThrow();
    assertThat(requested.state().status()).isEqualTo("RETURN_REQUESTED");
    assertThat(requested.events())
        .containsExactly(
            new OrderEvent.StateChanged(
                delivered.id(),
                "DELIVERED",
                "RETURN_REQUESTED",
                OrderAction.REQUEST_RETURN,
                "Too loud"));
    Order asked = requested.state();
    assertThat(statusAfter(asked, OrderAction.REJECT_RETURN)).contains("RETURN_REJECTED");
    Order approved = asked.follow(OrderAction.APPROVE_RETURN, "Fine", STAMP).orElseThrow().state();
    assertThat(approved.status()).isEqualTo("RETURN_APPROVED");
    assertThat(statusAfter(approved, OrderAction.REFUND)).contains("REFUNDED");
  }

  @Test // T-15
  void an_order_whose_lifecycle_shows_no_return_stays_where_it_is() {
    Stream.of(
            OrderAction.REQUEST_RETURN,
            OrderAction.APPROVE_RETURN,
            OrderAction.REJECT_RETURN,
            OrderAction.REFUND)
        .forEach(action -> assertThat(statusAfter(aDeliveredOrder(), action)).isEmpty());
    assertThat(statusAfter(anOrderIn(FULFILMENT, "DELIVERED"), OrderAction.REFUND)).isEmpty();
    assertThat(statusAfter(anOrderIn(FULFILMENT, "SHIPPED"), OrderAction.REQUEST_RETURN)).isEmpty();
  }

  private static Optional<String> statusAfter(Order order, OrderAction action) {
    return order.follow(action, "why", STAMP).map(change -> change.state().status());
  }

  private static Change<Order> place(
      OrderLifecycle lifecycle, List<OrderLine> lines, Amounts amounts) {
    return Order.place(
        anOrderId(),
        anOrderNumber(),
        ALICE,
        lifecycle,
        lines,
        amounts,
        TERMS,
        "Inventory reserved in east",
        STAMP);
  }

  private static Money usd(String amount) {
    return Money.of(amount, "USD");
  }
}
