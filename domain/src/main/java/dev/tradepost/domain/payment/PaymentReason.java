package dev.tradepost.domain.payment;

import static dev.tradepost.domain.shared.Reason.Meaning.conflict;
import static dev.tradepost.domain.shared.Reason.Meaning.notFound;

import dev.tradepost.domain.shared.Reason;

/** Why a payment refuses. */
public enum PaymentReason implements Reason {
  PAYMENT_NOT_FOUND(
      notFound("There is no payment of this id.", "Use an id from GET /orders/{id}/payments.")),
  PAYMENT_IN_PROGRESS(
      conflict(
          "Another payment of this order has not ended yet.",
          "Wait for it to end; its outcome shows at GET /orders/{id}/payments.")),
  REFUND_EXCEEDS_CAPTURE(
      conflict(
          "The refunds would add up to more than was captured.", "Refund at most what is left.")),
  PAYMENT_DECLINED(
      conflict(
          "The provider declined the payment; no money has moved.",
          "Pay again with another card."));

  private final Meaning meaning;

  PaymentReason(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}
