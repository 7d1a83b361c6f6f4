package dev.tradepost.domain.mail;

/** What a customer gets a mail for. */
public enum Occasion {
  ORDER_PLACED,
  SHIPMENT_LEFT,
  SHIPMENT_ARRIVED,
  /** Money of an order was given back. */
  MONEY_RETURNED
}
