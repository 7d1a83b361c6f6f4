package dev.tradepost.domain.fulfilment;

/** Where a shipment stands. */
public enum ShipmentStatus {
  /** Planned, still in the warehouse. */
  PENDING,
  /** On its way. */
  SHIPPED,
  /** Arrived. */
  DELIVERED,
  /** Called off before it left. */
  CANCELLED
}
