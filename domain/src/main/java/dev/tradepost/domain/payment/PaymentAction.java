package dev.tradepost.domain.payment;

/** What can happen to a payment. */
public enum PaymentAction {
  AUTHORIZE,
  CAPTURE,
  VOID,
  FAIL,
  REFUND_PART,
  REFUND_ALL
}
