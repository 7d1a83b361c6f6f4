package dev.tradepost.application.port;

import dev.tradepost.domain.payment.Payment;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.PaymentId;
import java.util.Collection;
import java.util.List;

/** Payments, also by order. */
public interface PaymentStore extends Store<PaymentId, Payment> {

  /** Gets and locks the payments of these orders, of each the first one first. */
  List<Payment> getOfOrders(Collection<OrderId> orders);

  /** Gets and locks the payments of an order, the first one first. */
  default List<Payment> getOfOrder(OrderId order) {
    return getOfOrders(List.of(order));
  }
}
