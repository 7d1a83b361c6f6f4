package dev.tradepost.application.port;

import dev.tradepost.domain.payment.Payment;
import dev.tradepost.domain.payment.Refund;

/**
 * An external provider that moves a customer's money. Every call may be repeated: the provider
 * knows payments and refunds by their ids and does each once. Calls may block; they are never made
 * inside a transaction.
 */
public interface PaymentProvider {

  /** What a provider can answer. */
  enum Verdict {
    DONE,
    DECLINED,
    /** No answer came, or none that could be understood: it may or may not have happened. */
    UNKNOWN
  }

  /** Asks the provider to hold the payment's amount. */
  Verdict authorize(Payment payment);

  /** Asks whether an authorisation that was not answered has happened. */
  Verdict lookUpAuthorization(Payment payment);

  /** Takes the held amount. */
  Verdict capture(Payment payment);

  /** Lets the hold go. */
  Verdict voidHold(Payment payment);

  /** Gives captured money back. */
  Verdict refund(Payment payment, Refund refund);
}
