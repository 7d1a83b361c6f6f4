package dev.tradepost.application.payment;

import dev.tradepost.domain.payment.Payment;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.PaymentId;
import java.time.Instant;
import java.util.List;

/** Reads payments. */
public interface PaymentViews {

  /**
   * The payments of an order, the first one first. Whether the order may be seen is asked before.
   */
  List<Payment> ofOrder(OrderId order);

  /**
   * Payments that wait for a provider's answer or have a refund due, and were last changed before
   * this moment; the oldest first, at most so many.
   */
  List<PaymentId> unfinished(Instant before, int limit);
}
