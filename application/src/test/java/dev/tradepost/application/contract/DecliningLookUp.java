package dev.tradepost.application.contract;

import dev.tradepost.application.port.PaymentProvider;
import dev.tradepost.domain.payment.Payment;
import dev.tradepost.domain.payment.Refund;

/** A provider that has never heard of the payment it is asked about. */
final class DecliningLookUp implements PaymentProvider {
  @Override
  public Verdict authorize(Payment payment) {
    return Verdict.DECLINED;
  }

  @Override
  public Verdict lookUpAuthorization(Payment payment) {
    return Verdict.DECLINED;
  }

  @Override
  public Verdict capture(Payment payment) {
    return Verdict.DECLINED;
  }

  @Override
  public Verdict voidHold(Payment payment) {
    return Verdict.DECLINED;
  }

  @Override
  public Verdict refund(Payment payment, Refund refund) {
    return Verdict.DECLINED;
  }
}
