package dev.tradepost.domain.payment;

/** Where a payment stands. */
public enum PaymentStatus {
  /** Asked of the provider; its answer is not known yet. */
  PENDING,
  /** The provider holds the money for us. */
  AUTHORIZED,
  /** The money is ours. */
  CAPTURED,
  /** Some of the captured money was given back. */
  PARTIALLY_REFUNDED,
  /** All of the captured money was given back. */
  REFUNDED,
  /** The hold was let go; nothing was captured. */
  VOIDED,
  /** Declined, or never received by the provider; nothing was captured. */
  FAILED
}
