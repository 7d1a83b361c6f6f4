package dev.tradepost.domain.wallet;

/** Where a hold stands. */
public enum HoldStatus {
  /** Keeps money back. */
  OPEN,
  /** All of it was claimed. */
  CAPTURED,
  /** What was not claimed was let go. */
  RELEASED,
  /** Its time ran out; what was not claimed was let go. */
  EXPIRED
}
