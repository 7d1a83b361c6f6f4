package dev.tradepost.application.payment;

import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.shared.PaymentId;

/**
 * Finds out what to ask the provider next about a payment.
 *
 * @param fresh whether the provider has certainly not been asked yet
 */
public record NextPaymentStep(PaymentId id, boolean fresh) implements UseCase<PaymentStep> {

  @Override
  public PaymentStep run(UnitOfWork work) {
    PaidOrder paid = PaidOrder.get(work, id);
    return fresh
        ? PaymentStep.of(PaymentStep.Kind.AUTHORIZE, paid.payment())
        : PaymentStep.next(paid.payment(), paid.orderPayable());
  }
}
