package dev.tradepost.domain.fulfilment;

/** What can be done with a shipment. */
public enum ShipmentAction {
  SHIP,
  DELIVER,
  /** Some of it is called off. */
  REDUCE,
  CANCEL
}
