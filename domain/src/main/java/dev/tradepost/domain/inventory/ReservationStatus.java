package dev.tradepost.domain.inventory;

/** Where a reservation stands. */
public enum ReservationStatus {
  /** Promised to an order that has not been paid. */
  RESERVED,
  /** Promised to an order that has been paid. */
  COMMITTED,
  /** All that was not given back has left. */
  FULFILLED,
  /** Given back. */
  RELEASED,
  /** Given back, because the order was not paid in time. */
  EXPIRED
}
