package dev.tradepost.domain.trade;

/** Where an order of currencies stands. */
public enum FxStatus {
  PENDING,
  PARTIALLY_FILLED,
  FILLED,
  /** Called off; what was filled before stays filled. */
  CANCELLED
}
