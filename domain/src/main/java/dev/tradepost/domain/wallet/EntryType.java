package dev.tradepost.domain.wallet;

/** Why money moved. */
public enum EntryType {
  /** Put into a wallet by its owner or staff. */
  ADD,
  /** Taken out of a wallet by its owner or staff. */
  DEDUCT,
  /** From one wallet to another. */
  TRANSFER,
  /** From one currency to another in the same wallet. */
  CONVERSION,
  /** Held money that was claimed. */
  HOLD_CAPTURE,
  /** Came from a bank. */
  DEPOSIT,
  /** Went to a bank. */
  WITHDRAWAL,
  /** An order was paid, by wallet or by card. */
  ORDER_PAYMENT,
  /** An order's money was given back. */
  ORDER_REFUND,
  /** A delivered order's money became the shop's. */
  REVENUE,
  /** A trade exchanged one currency for another. */
  FX_TRADE;

  /** Whether what leaves a wallet this way is spent, so that limits count it. */
  public boolean isSpending() {
    return this != CONVERSION && this != FX_TRADE;
  }
}
