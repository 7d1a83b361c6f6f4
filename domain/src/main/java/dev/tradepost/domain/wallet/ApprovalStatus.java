package dev.tradepost.domain.wallet;

/** Where an approval stands. */
public enum ApprovalStatus {
  WAITING,
  /** The transfer was made. */
  CONFIRMED,
  /** Given up: called off, or too many wrong codes. */
  REJECTED
}
