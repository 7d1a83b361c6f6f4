package dev.tradepost.domain.inventory;

/** What can be done with a reservation. */
public enum ReservationAction {
  COMMIT,
  FULFIL,
  RELEASE
}
