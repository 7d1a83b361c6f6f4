package dev.tradepost.domain.payment;

import dev.tradepost.domain.shared.DomainEvent;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.PaymentId;
import dev.tradepost.domain.shared.RefundId;

/** What happens to a payment. */
public sealed interface PaymentEvent extends DomainEvent {

  /** The customer asked to pay; the provider has not answered. */
  record Started(PaymentId paymentId, OrderId orderId, PaymentMethod method, Money amount)
      implements PaymentEvent {
    @Override
    public String type() {
      return "payment.started";
    }
  }

  /** The provider answered, or money moved. */
  record StatusChanged(PaymentId paymentId, OrderId orderId, PaymentStatus from, PaymentStatus to)
      implements PaymentEvent {
    @Override
    public String type() {
      return "payment.status_changed";
    }
  }

  /** It was decided to give money back. */
  record RefundDue(PaymentId paymentId, OrderId orderId, RefundId refundId, Money amount)
      implements PaymentEvent {
    @Override
    public String type() {
      return "payment.refund_due";
    }
  }
}
