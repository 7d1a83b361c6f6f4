package dev.tradepost.domain.webhook;

/** How far a delivery is. */
public enum DeliveryStatus {
  /** An earlier event of the same thing has not been delivered yet. */
  WAITING,
  /** It is sent when its time comes. */
  DUE,
  /** The receiver has taken it. */
  DELIVERED,
  /** It was given up. */
  FAILED
}
