package dev.tradepost.domain.wallet;

/** What can happen to a deposit or withdrawal. */
public enum BankTransferAction {
  SEND,
  SUCCEED,
  DECLINE,
  RETRY,
  LOSE,
  GIVE_UP
}
