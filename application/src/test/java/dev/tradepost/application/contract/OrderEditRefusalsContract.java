package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tradepost.application.Shop;
import dev.tradepost.application.order.EditOrder;
import dev.tradepost.domain.inventory.InventoryReason;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.OrderReason;
import dev.tradepost.domain.payment.PaymentReason;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.SharedReason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Edits that cannot be: each is refused for its own reason, and its preview for the same. */
public abstract class OrderEditRefusalsContract extends GoodsContract {
  private ProductId laptop;
  private ProductId phone;

  @BeforeEach
  void furnish() {
    laptop = product("p1", "33.33");
    phone = product("p2", "0.07");
    count(laptop, MAIN, 9);
    count(phone, MAIN, 9);
    wallet(ALICE, "1000");
  }

  private Order unpaid() {
    return placed("fulfilment", pieces(3, laptop));
  }

  @Test
  void what_is_not_in_the_order_needs_an_order_of_its_own() {
    EditOrder both = editing(unpaid(), pieces(1, laptop), pieces(1, phone));
    assertThat(unchanged(ALICE, both, OrderReason.NOT_ORDERED))
        .hasMessageContaining("place a second order")
        .extracting(it -> it.field().orElseThrow())
        .isEqualTo("items[1].productId");
  }

  @Test
  void what_is_asked_for_is_clear() {
    EditOrder twice = editing(unpaid(), pieces(1, laptop), pieces(2, laptop));
    assertThat(unchanged(ALICE, twice, OrderReason.NAMED_TWICE).field())
        .contains("items[1].productId");
    EditOrder less = editing(unpaid(), pieces(-1, laptop));
    assertThat(unchanged(ALICE, less, SharedReason.QUANTITY_NOT_POSITIVE).field())
        .contains("items[0].quantity");
    EditOrder mute =
        new EditOrder(
            unpaid().id(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.of(" "),
            ANY_VERSION);
    assertThat(unchanged(ALICE, mute, SharedReason.UNREADABLE_TEXT).field()).contains("reason");
  }

  @Test
  void an_order_of_nothing_is_no_order() {
    for (Order order : List.of(unpaid(), paid("checkout", pieces(1, laptop)))) {
      assertThat(unchanged(ALICE, editing(order, pieces(0, laptop)), OrderReason.ORDER_EMPTY))
          .hasMessageContaining("cancel the order instead");
    }
  }

  @Test
  void more_than_there_is_cannot_be_had() {
    EditOrder all = editing(unpaid(), pieces(10, laptop));
    unchanged(ALICE, all, SharedReason.INSUFFICIENT_STOCK);
    edited(ALICE, editing(order(all.id()), pieces(9, laptop)));
  }

  @Test
  void a_paid_order_does_not_grow() {
    Order order = paid("fulfilment", pieces(2, laptop), pieces(2, phone));
    EditOrder swap = editing(order, pieces(1, laptop), pieces(3, phone));
    assertThat(unchanged(ALICE, swap, OrderReason.EDIT_ADDS_TO_PAID_ORDER))
        .hasMessageContaining("place a second order");
  }

  @Test
  void nobody_else_changes_an_order_and_nobody_one_that_is_no_longer_as_it_was_read() {
    Order order = unpaid();
    unchanged(BOB, editing(order, pieces(1, laptop)), OrderReason.ORDER_NOT_FOUND);
    EditOrder stale =
        new EditOrder(
            order.id(),
            List.of(pieces(1, laptop)),
            Optional.empty(),
            Optional.empty(),
            NONE,
            OptionalLong.of(order.version() - 1));
    unchanged(ALICE, stale, SharedReason.STALE_VERSION);
  }

  @Test
  void an_order_that_is_being_sent_stays_as_it_is() {
    Order order = paid("fulfilment", pieces(3, laptop));
    execute(CLERK, planning(order));
    EditOrder moving = editing(order, in("DE"), null);
    unchanged(ALICE, moving, OrderReason.FULFILMENT_BEGUN);
    unchanged(CLERK, editing(order, pieces(2, laptop)), OrderReason.FULFILMENT_BEGUN);
    delivered(order);
    unchanged(CLERK, moving, SharedReason.TRANSITION_NOT_ALLOWED);

    Order part = placed("direct", pieces(3, laptop));
    execute(CLERK, shipping(part, pieces(1, laptop)));
    assertThat(unchanged(CLERK, editing(part, in("DE"), null), SharedReason.TRANSITION_NOT_ALLOWED))
        .hasMessage("an edit is not allowed in state PROCESSING (allowed: SHIP)");
  }

  @Test
  void a_shipment_that_was_called_off_piece_by_piece_was_begun_all_the_same() {
    Order order = paid("fulfilment", pieces(1, laptop), pieces(1, phone));
    execute(CLERK, shipping(order, pieces(1, laptop)));
    unchanged(ALICE, editing(order, pieces(0, phone)), OrderReason.FULFILMENT_BEGUN);
  }

  @Test
  void a_cancelled_order_is_not_brought_back() {
    Order order = unpaid();
    execute(ALICE, cancelling(order));
    unchanged(ALICE, editing(order, pieces(2, laptop)), SharedReason.TRANSITION_NOT_ALLOWED);
  }

  @Test
  void while_a_payment_is_open_nobody_knows_what_is_paid() {
    Order order = unpaid();
    cashier().pay(ALICE, order.id(), "unknown");
    unchanged(ALICE, editing(order, pieces(2, laptop)), PaymentReason.PAYMENT_IN_PROGRESS);
    unchanged(ALICE, editing(order, in("DE"), null), PaymentReason.PAYMENT_IN_PROGRESS);
  }

  private void declined(Order order) {
    cashier().pay(ALICE, order.id(), "declined");
  }

  @Test
  void after_a_card_was_declined_the_order_can_be_changed_and_paid_again() {
    Order order = unpaid();
    assertThat(catchThrowableOfType(Rejection.class, () -> declined(order)).reason())
        .isEqualTo(PaymentReason.PAYMENT_DECLINED);
    edited(ALICE, editing(order, pieces(4, laptop)));
    allIsSound();
    assertThat(cashier().pay(ALICE, order.id(), "success").amount()).isEqualTo(usd("133.32"));
    allIsSound();
  }

  @Test
  void an_order_whose_time_has_run_out_is_over_whether_or_not_anybody_swept() {
    Order order = unpaid();
    clock.advance(Duration.ofMinutes(15));
    unchanged(ALICE, editing(order, pieces(1, laptop)), InventoryReason.RESERVATION_EXPIRED);
    assertThat(sweep()).isOne();
    unchanged(ALICE, editing(order, pieces(1, laptop)), SharedReason.TRANSITION_NOT_ALLOWED);
  }

  @Test
  void pieces_are_given_up_as_long_as_the_order_could_be_cancelled_and_the_rest_longer() {
    Shop standard = Shop.standard(USD);
    open(
        new Shop(
            USD,
            standard.lifecycles(),
            "direct",
            "checkout",
            Optional.of(Duration.ofMinutes(30)),
            standard.wallets(),
            standard.instruments()));
    furnish();
    for (boolean unpaid : List.of(true, false)) {
      Order order =
          unpaid ? placed("direct", pieces(3, laptop)) : paid("direct", pieces(3, laptop));
      clock.advance(Duration.ofMinutes(30));
      edited(ALICE, editing(order, pieces(2, laptop)));
      clock.advance(Duration.ofMillis(1));
      EditOrder less = editing(order, pieces(1, laptop));
      unchanged(ALICE, less, OrderReason.CANCELLATION_WINDOW_CLOSED);
      edited(ALICE, editing(order, in("DE"), null));
      edited(CLERK, less);
    }
    Order late = placed("direct", pieces(3, laptop));
    clock.advance(Duration.ofDays(1));
    edited(ALICE, editing(late, pieces(4, laptop)));
    allIsSound();
  }
}
