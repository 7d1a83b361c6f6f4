package dev.tradepost.application.payment;

import dev.tradepost.application.ApplicationReason;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.payment.Payment;
import dev.tradepost.domain.payment.PaymentReason;
import dev.tradepost.domain.payment.PaymentStatus;
import dev.tradepost.domain.shared.PaymentId;
import dev.tradepost.domain.shared.Rejection;

/**
 * The outcome of a payment; refuses when it was declined.
 *
 * @param replayed whether another request started it, so that an open end is that request's matter
 */
public record PaymentResult(PaymentId id, boolean replayed) implements UseCase<Payment> {

  @Override
  public Payment run(UnitOfWork work) {
    Payment payment = PaidOrder.get(work, id).payment();
    if (payment.status() == PaymentStatus.FAILED) {
      throw new Rejection(
          PaymentReason.PAYMENT_DECLINED, "the payment was declined, pay with another card");
    }
    if (replayed && payment.inProgress()) {
      throw new Rejection(
          ApplicationReason.KEY_IN_FLIGHT, "the payment of this key has not ended yet, ask again");
    }
    return payment;
  }
}
