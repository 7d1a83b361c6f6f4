package dev.tradepost.domain.trade;

/** Whether the base currency is bought or sold. */
public enum Side {
  BUY,
  SELL
}
