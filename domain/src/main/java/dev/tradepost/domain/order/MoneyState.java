package dev.tradepost.domain.order;

/** How far an order is paid; shown to clients as its paymentStatus. */
public enum MoneyState {
  /** Nothing was captured yet. */
  PENDING,
  /** The whole total was captured. */
  PAID,
  /** The order was called off; its money is on the way back. */
  REFUND_PENDING,
  /** Some of it was given back. */
  PARTIALLY_REFUNDED,
  /** All of it was given back. */
  REFUNDED
}
