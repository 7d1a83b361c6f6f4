package dev.tradepost.domain.inventory;

/** Where a reservation stands. */
public enum ReservationStatus {
  /** Promised to an order that has not been paid. */
  RESERVED,
  /** Promised to an order that has been paid. */
  COMMITTED,
  /** Shipped. */
  FULFILLED,
  /** Given back. */
  RELEASED
}
