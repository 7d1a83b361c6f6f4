package dev.tradepost.application.port;

import dev.tradepost.domain.payment.Payment;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.PaymentId;
import java.util.List;

/** Payments, also by order. */
public interface PaymentStore extends Store<PaymentId, Payment> {

  /** Gets and locks the payments of an order, the first one first. */
  List<Payment> getOfOrder(OrderId order);
}
