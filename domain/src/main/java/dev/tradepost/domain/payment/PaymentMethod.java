package dev.tradepost.domain.payment;

/** How an order is paid. */
public enum PaymentMethod {
  /** The sandbox provider: a stand-in for a card provider whose answer the card's name decides. */
  SANDBOX,
  /** A wallet of this house, in the same transaction as the order. */
  WALLET
}
