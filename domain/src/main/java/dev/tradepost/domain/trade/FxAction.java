package dev.tradepost.domain.trade;

/** What moves an order of currencies. */
public enum FxAction {
  FILL_PART,
  FILL_ALL,
  CANCEL
}
