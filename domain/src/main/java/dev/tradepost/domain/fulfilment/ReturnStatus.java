package dev.tradepost.domain.fulfilment;

/** Where a return stands. */
public enum ReturnStatus {
  /** The customer wants to send something back. */
  REQUESTED,
  /** The shop takes it back. */
  APPROVED,
  REJECTED,
  /** It has arrived. */
  RECEIVED,
  /** Its money was given back. */
  REFUNDED
}
