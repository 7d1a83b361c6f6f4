package dev.tradepost.application.payment;

import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.order.MoneyState;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.OrderAction;
import dev.tradepost.domain.payment.Payment;
import dev.tradepost.domain.payment.PaymentReason;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.PaymentId;
import dev.tradepost.domain.shared.Rejection;

/** A payment and its order, both locked, the order first. */
record PaidOrder(Order order, Payment payment) {

  static PaidOrder get(UnitOfWork work, PaymentId id) {
    OrderId orderId =
        work.payments()
            .read(id)
            .orElseThrow(
                () -> new Rejection(PaymentReason.PAYMENT_NOT_FOUND, "there is no payment " + id))
            .orderId();
    Order order = work.orders().get(orderId).orElseThrow();
    return new PaidOrder(order, work.payments().get(id).orElseThrow());
  }

  boolean orderPayable() {
    return order.moneyState() == MoneyState.PENDING
        && order.allowedActions().contains(OrderAction.PAY);
  }
}
