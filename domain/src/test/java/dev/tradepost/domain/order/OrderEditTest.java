package dev.tradepost.domain.order;

import static dev.tradepost.domain.order.OrderFixture.STAMP;
import static dev.tradepost.domain.order.OrderFixture.aCancelledOrder;
import static dev.tradepost.domain.order.OrderFixture.aPaidOrder;
import static dev.tradepost.domain.order.OrderFixture.aShippedOrder;
import static dev.tradepost.domain.order.OrderFixture.anOrder;
import static dev.tradepost.domain.order.OrderFixture.exampleLines;
import static dev.tradepost.domain.order.OrderFixture.later;
import static dev.tradepost.domain.order.OrderFixture.line;
import static dev.tradepost.domain.order.StandardLifecycles.CHECKOUT;
import static dev.tradepost.domain.shared.Refusals.reasonOf;
import static dev.tradepost.domain.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.Stamp;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What is wished of an order before it is sent. */
class OrderEditTest {
  private static final Optional<Duration> NO_LIMIT = Optional.empty();
  private static final ProductId LAPTOP = new ProductId("p1");
  private static final ProductId HEADPHONES = new ProductId("p2");
  private static final Address HERE = in("DE");
  private static final Address THERE = in("FR");

  private static Address in(String country) {
    return new Address(
        "Ann", "Street 1", Optional.empty(), "Town", Optional.empty(), Optional.empty(), country);
  }

  private static OrderEdit wanting(Map<ProductId, Integer> quantities) {
    return new OrderEdit(quantities, Optional.empty(), Optional.empty(), "Why not");
  }

  private static Money usd(String major) {
    return Money.of(major, "USD");
  }

  @Test
  void more_and_fewer_are_told_apart_and_what_is_not_named_stays() {
    Order order = anOrder(CHECKOUT);
    OrderEdit edit = wanting(Map.of(LAPTOP, 5, HEADPHONES, 0));
    assertThat(edit.more(order)).isEqualTo(Map.of(LAPTOP, 3));
    assertThat(edit.fewer(order)).isEqualTo(Map.of(HEADPHONES, 1));
    assertThat(edit.lines(order)).containsExactly(line("p1", 5, "500"));
    assertThat(wanting(Map.of(LAPTOP, 1)).lines(order))
        .containsExactly(line("p1", 1, "500"), exampleLines().get(1));
    OrderEdit same = wanting(Map.of(LAPTOP, 2));
    assertThat(same.more(order)).isEmpty();
    assertThat(same.fewer(order)).isEmpty();
    assertThat(same.changes(order)).isFalse();
  }

  @Test
  void what_was_called_off_earlier_does_not_count() {
    Order order = anOrder(CHECKOUT).cancelItems(Map.of(LAPTOP, 1), "One", NO_LIMIT, STAMP).state();
    assertThat(wanting(Map.of(LAPTOP, 1)).changes(order)).isFalse();
    assertThat(wanting(Map.of(LAPTOP, 2)).more(order)).isEqualTo(Map.of(LAPTOP, 1));
    assertThat(wanting(Map.of()).lines(order).get(0)).isEqualTo(line("p1", 1, "500"));
  }

  @Test
  void an_unpaid_order_costs_something_else_and_tells_what_changed() {
    Order order = anOrder(CHECKOUT);
    Stamp stamp = later(Duration.ofMinutes(2));
    OrderEdit edit = wanting(Map.of(LAPTOP, 3, HEADPHONES, 0));
    List<OrderLine> lines = edit.lines(order);
    Amounts amounts = Amounts.of(lines, usd("7"));

    Change<Order> change = edit.reprice(order, lines, amounts, order.terms(), stamp);

    assertThat(change.state().lines()).isEqualTo(lines);
    assertThat(change.state().amounts()).isEqualTo(amounts);
    assertThat(change.state().updatedAt()).isEqualTo(stamp.at());
    assertThat(change.state().version()).isEqualTo(order.version() + 1);
    assertThat(change.state())
        .usingRecursiveComparison()
        .ignoringFields("lines", "amounts", "updatedAt", "version")
        .isEqualTo(order);
    assertThat(change.events())
        .containsExactly(
            new OrderEvent.Edited(
                order.id(),
                List.of(
                    new OrderEvent.Quantity(LAPTOP, 2, 3),
                    new OrderEvent.Quantity(HEADPHONES, 1, 0)),
                false,
                false,
                usd("1800"),
                usd("1507"),
                "CREATED",
                "Why not"));
  }

  @Test
  void a_paid_order_is_not_priced_anew() {
    Order paid = aPaidOrder();
    assertThatIllegalStateException()
        .isThrownBy(
            () ->
                wanting(Map.of()).reprice(paid, paid.lines(), paid.amounts(), paid.terms(), STAMP));
  }

  @Test
  void addresses_change_one_by_one_and_no_event_tells_them() {
    Order order = anOrder(CHECKOUT);
    OrderEdit moving =
        new OrderEdit(Map.of(), Optional.of(HERE), Optional.empty(), "We have moved");
    assertThat(moving.movesGoods(order)).isTrue();
    assertThat(moving.changesPrice(order)).isTrue();
    Change<Order> moved = moving.readdress(order, order, moving.terms(order), STAMP);
    assertThat(moved.state().terms().shippingAddress()).contains(HERE);
    assertThat(moved.state().terms().billingAddress()).isEmpty();
    assertThat(moved.events().toString()).doesNotContain("Street").contains("true");

    OrderEdit billing = new OrderEdit(Map.of(), Optional.of(HERE), Optional.of(THERE), "To Paul");
    Order there = moved.state();
    assertThat(billing.movesGoods(there)).as("it goes there already").isFalse();
    assertThat(billing.changesPrice(there)).isFalse();
    assertThat(billing.changes(there)).isTrue();
    Change<Order> billed = billing.readdress(there, there, billing.terms(there), STAMP);
    assertThat(billed.state().terms().billingAddress()).contains(THERE);
    assertThat(billing.changes(billed.state())).isFalse();
  }

  @Test
  void an_order_that_is_on_its_way_or_has_ended_is_not_changed() {
    for (Order late : List.of(aShippedOrder(), aCancelledOrder())) {
      assertThat(reasonOf(() -> wanting(Map.of()).requireAllowed(late, NO_LIMIT, STAMP)))
          .isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
    }
    assertThat(refusalOf(() -> wanting(Map.of()).requireAllowed(aShippedOrder(), NO_LIMIT, STAMP)))
        .hasMessage("an edit is not allowed in state SHIPPED (allowed: DELIVER)");
  }

  @Test
  void an_edit_leaves_something_and_adds_nothing_to_what_was_paid() {
    Map<ProductId, Integer> none = Map.of(LAPTOP, 0, HEADPHONES, 0);
    Rejection empty =
        refusalOf(() -> wanting(none).requireAllowed(anOrder(CHECKOUT), NO_LIMIT, STAMP));
    assertThat(empty.reason()).isEqualTo(OrderReason.ORDER_EMPTY);
    assertThat(empty.field()).contains("items");
    OrderEdit more = wanting(Map.of(LAPTOP, 3, HEADPHONES, 0));
    assertThat(reasonOf(() -> more.requireAllowed(aPaidOrder(), NO_LIMIT, STAMP)))
        .isEqualTo(OrderReason.EDIT_ADDS_TO_PAID_ORDER);
    more.requireAllowed(anOrder(CHECKOUT), NO_LIMIT, STAMP);
    wanting(Map.of(LAPTOP, 1)).requireAllowed(aPaidOrder(), NO_LIMIT, STAMP);
  }

  @Test
  void only_what_gives_pieces_up_has_to_be_in_time() {
    Order order = anOrder(CHECKOUT);
    Optional<Duration> window = Optional.of(Duration.ofMinutes(30));
    Stamp late = later(Duration.ofMinutes(31));
    OrderEdit fewer = wanting(Map.of(LAPTOP, 3, HEADPHONES, 0));
    fewer.requireAllowed(order, window, later(Duration.ofMinutes(30)));
    assertThat(reasonOf(() -> fewer.requireAllowed(order, window, late)))
        .isEqualTo(OrderReason.CANCELLATION_WINDOW_CLOSED);
    fewer.requireAllowed(order, NO_LIMIT, late);
    wanting(Map.of(LAPTOP, 3)).requireAllowed(order, window, late);
  }

  @Test
  void a_reason_can_be_read() {
    assertThat(reasonOf(() -> new OrderEdit(Map.of(), Optional.empty(), Optional.empty(), "\t")))
        .isEqualTo(SharedReason.UNREADABLE_TEXT);
  }
}
