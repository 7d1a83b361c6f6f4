package dev.tradepost.domain.wallet;

/** Where a wallet stands. */
public enum WalletStatus {
  ACTIVE,
  /** Debits, credits or both are stopped. */
  FROZEN,
  /** Empty and out of use; money that comes back opens it again. */
  CLOSED
}
