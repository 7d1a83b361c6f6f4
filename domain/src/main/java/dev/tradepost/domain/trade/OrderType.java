package dev.tradepost.domain.trade;

/** What an order's price promises. */
public enum OrderType {
  /** The price is indicative: trades may be better or worse. */
  INDICATIVE,
  /** No trade is worse than the price. */
  LIMIT
}
