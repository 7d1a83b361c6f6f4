package dev.tradepost.domain.order;

import static dev.tradepost.domain.order.OrderAction.CANCEL;
import static dev.tradepost.domain.order.OrderAction.CONFIRM;
import static dev.tradepost.domain.order.OrderAction.DELIVER;
import static dev.tradepost.domain.order.OrderAction.PAY;
import static dev.tradepost.domain.order.OrderAction.REFUND;
import static dev.tradepost.domain.order.OrderAction.RESERVE;
import static dev.tradepost.domain.order.OrderAction.SHIP;
import static dev.tradepost.domain.order.OrderAction.START_FULFILMENT;
import static dev.tradepost.domain.order.StandardLifecycles.CHECKOUT;
import static dev.tradepost.domain.order.StandardLifecycles.DIRECT;
import static dev.tradepost.domain.order.StandardLifecycles.FULFILMENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tradepost.domain.shared.Lifecycle;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Decision X-02: a table of the shop's own is proved sound, or refused with the reason. */
class OrderLifecycleTest {

  @Test // S1-16, X-02
  void an_order_must_not_ship_unpaid_where_payment_is_required() {
    Lifecycle<String, OrderAction> table =
        table()
            .allow("NEW", PAY, "PAID")
            .allow("NEW", CANCEL, "CANCELLED")
            .allow("PAID", SHIP, "SHIPPED")
            .allow("PAID", CANCEL, "CANCELLED")
            .allow("NEW", CONFIRM, "TRUSTED")
            .allow("TRUSTED", SHIP, "SHIPPED")
            .allow("SHIPPED", DELIVER, "DELIVERED")
            .build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OrderLifecycle(table, true))
        .withMessage(
            "lifecycle shop: can ship unpaid from TRUSTED: let PAY come before, or set"
                + " paymentRequired to false");
    assertThat(new OrderLifecycle(table, false).name()).isEqualTo("shop");
  }

  @Test
  void money_must_not_be_taken_with_no_way_back() {
    Lifecycle<String, OrderAction> table =
        table()
            .allow("NEW", CANCEL, "CANCELLED")
            .allow("NEW", PAY, "PAID")
            .allow("PAID", SHIP, "SHIPPED")
            .allow("SHIPPED", DELIVER, "DELIVERED")
            .build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OrderLifecycle(table, true))
        .withMessage(
            "lifecycle shop: takes money in NEW with no CANCEL or REFUND after it: add one after"
                + " PAID");
  }

  @Test
  void a_refund_somewhere_after_the_payment_is_a_way_back() {
    Lifecycle<String, OrderAction> table =
        table()
            .allow("NEW", PAY, "PAID")
            .allow("PAID", SHIP, "SHIPPED")
            .allow("SHIPPED", REFUND, "REFUNDED")
            .build();
    assertThat(new OrderLifecycle(table, true).paymentRequired()).isTrue();
  }

  @Test
  void an_action_that_closes_nothing_must_not_lead_to_a_dead_end() {
    Lifecycle<String, OrderAction> table =
        table().allow("NEW", CANCEL, "CANCELLED").allow("NEW", CONFIRM, "LIMBO").build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OrderLifecycle(table, false))
        .withMessage(
            "lifecycle shop: CONFIRM leads to the dead end LIMBO: add what can be done there, or"
                + " end with one of [DELIVER, CANCEL, EXPIRE, REJECT_RETURN, REFUND]");
  }

  @Test
  void a_shipped_order_must_be_able_to_arrive() {
    Lifecycle<String, OrderAction> table = table().allow("NEW", SHIP, "SHIPPED").build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OrderLifecycle(table, false))
        .withMessageStartingWith("lifecycle shop: SHIP leads to the dead end SHIPPED: ");
  }

  @Test
  void a_state_that_cannot_be_reached_is_refused() {
    Lifecycle.Builder<String, OrderAction> builder =
        table().allow("NEW", CANCEL, "CANCELLED").allow("LOST", SHIP, "CANCELLED");
    assertThatIllegalArgumentException()
        .isThrownBy(builder::build)
        .withMessage("lifecycle shop: cannot be reached from NEW: LOST");
  }

  @Test
  void an_action_must_not_lead_to_two_states() {
    Lifecycle.Builder<String, OrderAction> builder = table().allow("NEW", CANCEL, "CANCELLED");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.allow("NEW", CANCEL, "BINNED"))
        .withMessage("lifecycle shop: CANCEL in NEW leads to both CANCELLED and BINNED");
  }

  @Test
  void an_order_must_not_be_born_into_a_dead_end() {
    Lifecycle<String, OrderAction> table = table().build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OrderLifecycle(table, false))
        .withMessage("lifecycle shop: starts in a dead end: add what can be done in NEW");
  }

  @Test
  void an_order_must_not_go_round_for_ever() {
    Lifecycle<String, OrderAction> table =
        table()
            .allow("NEW", CANCEL, "CANCELLED")
            .allow("NEW", CONFIRM, "A")
            .allow("A", START_FULFILMENT, "B")
            .allow("B", CONFIRM, "A")
            .build();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OrderLifecycle(table, false))
        .withMessage(
            "lifecycle shop: never ends from A, B: add a way to a state that nothing leaves");
  }

  @Test
  void paying_confirms_first_and_shipping_starts_the_fulfilment_first() {
    assertThat(CHECKOUT.stepsTo("CREATED", PAY)).contains(List.of(CONFIRM, PAY));
    assertThat(CHECKOUT.stepsTo("CONFIRMED", PAY)).contains(List.of(PAY));
    assertThat(DIRECT.stepsTo("PLACED", SHIP)).contains(List.of(START_FULFILMENT, SHIP));
    assertThat(FULFILMENT.stepsTo("CONFIRMED", SHIP)).contains(List.of(START_FULFILMENT, SHIP));
  }

  @Test
  void only_one_step_is_ever_taken_ahead() {
    assertThat(FULFILMENT.stepsTo("PENDING", PAY)).isEmpty();
    assertThat(FULFILMENT.stepsTo("PAYMENT_PENDING", SHIP)).isEmpty();
    assertThat(DIRECT.stepsTo("PLACED", DELIVER)).isEmpty();
    assertThat(DIRECT.stepsTo("NOWHERE", PAY)).isEmpty();
  }

  @Test // S2-44
  void what_is_allowed_by_hand_counts_the_steps_that_prepare_it() {
    assertThat(DIRECT.allowedIn("PLACED")).containsExactly(PAY, START_FULFILMENT, SHIP, CANCEL);
    assertThat(CHECKOUT.allowedIn("CREATED")).containsExactly(CONFIRM, PAY, CANCEL);
    assertThat(FULFILMENT.allowedIn("PAYMENT_PENDING")).containsExactly(PAY, CANCEL);
    assertThat(FULFILMENT.allowedIn("DELIVERED")).isEmpty();
    assertThat(DIRECT.allowedIn("CANCELLED")).isEmpty();
  }

  @Test
  void the_action_that_leads_to_a_state_is_found() {
    assertThat(DIRECT.actionLeading("PLACED", "PROCESSING")).contains(START_FULFILMENT);
    assertThat(DIRECT.actionLeading("PLACED", "SHIPPED")).contains(SHIP);
    assertThat(CHECKOUT.actionLeading("CREATED", "PAID")).contains(PAY);
    assertThat(FULFILMENT.actionLeading("PENDING", "PAYMENT_PENDING")).contains(RESERVE);
  }

  @Test
  void an_action_done_by_hand_is_found_before_one_that_nobody_does() {
    assertThat(FULFILMENT.actionLeading("PAYMENT_PENDING", "CANCELLED")).contains(CANCEL);
    Lifecycle<String, OrderAction> table =
        table()
            .allow("NEW", RESERVE, "OPEN")
            .allow("NEW", CONFIRM, "OPEN")
            .allow("OPEN", CANCEL, "CANCELLED")
            .build();
    assertThat(new OrderLifecycle(table, false).actionLeading("NEW", "OPEN")).contains(CONFIRM);
  }

  @Test
  void no_action_leads_where_the_table_does_not_go() {
    assertThat(DIRECT.actionLeading("PLACED", "DELIVERED")).isEmpty();
    assertThat(DIRECT.actionLeading("SHIPPED", "PLACED")).isEmpty();
    assertThat(DIRECT.actionLeading("CANCELLED", "CANCELLED")).isEmpty();
  }

  @Test // S2-32, X-26
  void the_way_back_is_the_shortest_that_ends_in_a_refund() {
    assertThat(FULFILMENT.stepsBack("DELIVERED"))
        .containsExactly(OrderAction.REQUEST_RETURN, OrderAction.APPROVE_RETURN, REFUND);
    assertThat(FULFILMENT.stepsBack("RETURN_REQUESTED"))
        .containsExactly(OrderAction.APPROVE_RETURN, REFUND);
    assertThat(FULFILMENT.stepsBack("RETURN_APPROVED")).containsExactly(REFUND);
    for (String state : List.of("PROCESSING", "SHIPPED", "RETURN_REJECTED", "REFUNDED")) {
      assertThat(FULFILMENT.stepsBack(state)).as(state).isEmpty();
    }
    assertThat(DIRECT.stepsBack("DELIVERED")).isEmpty();
  }

  @Test // S2-54
  void it_says_where_an_order_can_run_out() {
    assertThat(FULFILMENT.table().states().stream().filter(FULFILMENT::expiresIn))
        .containsExactly("PAYMENT_PENDING");
    assertThat(CHECKOUT.table().states()).noneMatch(CHECKOUT::expiresIn);
  }

  private static Lifecycle.Builder<String, OrderAction> table() {
    return Lifecycle.named("shop", "NEW");
  }
}
