package dev.tradepost.domain.wallet;

/** Where a deposit or withdrawal stands. */
public enum BankTransferStatus {
  /** Written down; the bank has not been asked. */
  REQUESTED,
  /** The bank is being asked. */
  SENDING,
  /** It certainly did not reach the bank and will be sent again. */
  RETRYING,
  /** The bank may or may not have done it: it is asked what became of it, and never sent again. */
  UNKNOWN,
  SUCCEEDED,
  /** The bank said no. */
  DECLINED,
  /** It never reached the bank, and was given up. */
  FAILED
}
