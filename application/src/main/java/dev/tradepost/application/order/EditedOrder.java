package dev.tradepost.application.order;

import dev.tradepost.domain.order.MoneyState;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.shared.Money;

/**
 * What an edit makes of an order.
 *
 * @param before the order as the edit found it
 * @param after the order as the edit leaves it, or would leave it
 * @param toRefund what goes back to where it came from
 */
public record EditedOrder(OrderView before, OrderView after, Money toRefund) {

  /** One by which nothing goes back. */
  static EditedOrder withoutRefund(OrderView before, OrderView after) {
    return new EditedOrder(before, after, Money.zero(total(before).currency()));
  }

  /** By how much the order becomes dearer; below zero for cheaper. */
  public Money difference() {
    return total(after).minus(total(before));
  }

  /** What is still to be paid for the order; nothing once it has been paid. */
  public Money toPay() {
    Order order = after.order();
    return order.moneyState() == MoneyState.PENDING
        ? order.amounts().total()
        : Money.zero(order.amounts().total().currency());
  }

  private static Money total(OrderView view) {
    return view.order().amounts().total();
  }
}
