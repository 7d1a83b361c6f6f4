package dev.tradepost.domain.order;

import static dev.tradepost.domain.order.OrderAction.APPROVE_RETURN;
import static dev.tradepost.domain.order.OrderAction.CANCEL;
import static dev.tradepost.domain.order.OrderAction.CONFIRM;
import static dev.tradepost.domain.order.OrderAction.DELIVER;
import static dev.tradepost.domain.order.OrderAction.EXPIRE;
import static dev.tradepost.domain.order.OrderAction.PAY;
import static dev.tradepost.domain.order.OrderAction.REFUND;
import static dev.tradepost.domain.order.OrderAction.REJECT_RETURN;
import static dev.tradepost.domain.order.OrderAction.REQUEST_RETURN;
import static dev.tradepost.domain.order.OrderAction.RESERVE;
import static dev.tradepost.domain.order.OrderAction.SHIP;
import static dev.tradepost.domain.order.OrderAction.START_FULFILMENT;

import dev.tradepost.domain.shared.Lifecycle;
import java.util.List;

/** The three lifecycles that ship with the house, one for each source document that has its own. */
public final class StandardLifecycles {

  /** Source 000: placed, then shipped; paying ahead is possible, not required. */
  public static final OrderLifecycle DIRECT =
      new OrderLifecycle(
          table("direct", "PLACED")
              .allow("PLACED", PAY, "PLACED")
              .allow("PLACED", START_FULFILMENT, "PROCESSING")
              .allow("PLACED", CANCEL, "CANCELLED")
              .allow("PROCESSING", SHIP, "SHIPPED")
              .allow("SHIPPED", DELIVER, "DELIVERED")
              .build(),
          false);

  /** Source 001: confirmed by the shop, then paid, then shipped; cancellable until shipping. */
  public static final OrderLifecycle CHECKOUT =
      new OrderLifecycle(
          table("checkout", "CREATED")
              .allow("CREATED", CONFIRM, "CONFIRMED")
              .allow("CREATED", CANCEL, "CANCELLED")
              .allow("CONFIRMED", PAY, "PAID")
              .allow("CONFIRMED", CANCEL, "CANCELLED")
              .allow("PAID", SHIP, "SHIPPED")
              .allow("PAID", CANCEL, "CANCELLED")
              .allow("SHIPPED", DELIVER, "DELIVERED")
              .build(),
          true);

  /** Source 002: reserved, confirmed by payment, fulfilled, and returned as a whole. */
  public static final OrderLifecycle FULFILMENT =
      new OrderLifecycle(
          table("fulfilment", "PENDING")
              .allow("PENDING", RESERVE, "PAYMENT_PENDING")
              .allow("PENDING", CANCEL, "CANCELLED")
              .allow("PAYMENT_PENDING", PAY, "CONFIRMED")
              .allow("PAYMENT_PENDING", CANCEL, "CANCELLED")
              .allow("PAYMENT_PENDING", EXPIRE, "CANCELLED")
              .allow("CONFIRMED", START_FULFILMENT, "PROCESSING")
              .allow("CONFIRMED", CANCEL, "CANCELLED")
              .allow("PROCESSING", SHIP, "SHIPPED")
              .allow("PROCESSING", CANCEL, "CANCELLED")
              .allow("SHIPPED", DELIVER, "DELIVERED")
              .allow("DELIVERED", REQUEST_RETURN, "RETURN_REQUESTED")
              .allow("RETURN_REQUESTED", APPROVE_RETURN, "RETURN_APPROVED")
              .allow("RETURN_REQUESTED", REJECT_RETURN, "RETURN_REJECTED")
              .allow("RETURN_APPROVED", REFUND, "REFUNDED")
              // Not in the source, which knows no parts: less came back than was approved.
              .allow("RETURN_APPROVED", REJECT_RETURN, "DELIVERED")
              .build(),
          true);

  private StandardLifecycles() {}

  /** All three. */
  public static List<OrderLifecycle> all() {
    return List.of(DIRECT, CHECKOUT, FULFILMENT);
  }

  private static Lifecycle.Builder<String, OrderAction> table(String name, String initial) {
    return Lifecycle.named(name, initial);
  }
}
