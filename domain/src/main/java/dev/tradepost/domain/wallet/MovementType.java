package dev.tradepost.domain.wallet;

/** What a movement is to the wallet whose history it stands in. */
public enum MovementType {
  CREDIT,
  DEBIT,
  TRANSFER_IN,
  TRANSFER_OUT
}
