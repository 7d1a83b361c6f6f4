package dev.tradepost.domain.inventory;

/** What can be done with a reservation. */
public enum ReservationAction {
  COMMIT,
  /** A payment has begun: it gets more time, once. */
  EXTEND,
  /** More was promised to the same order. */
  GROW,
  /** Some of it left, or was given back. */
  REDUCE,
  FULFIL,
  RELEASE,
  EXPIRE
}
