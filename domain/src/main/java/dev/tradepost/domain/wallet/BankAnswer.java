package dev.tradepost.domain.wallet;

/** What came of asking a bank. */
public enum BankAnswer {
  DONE,
  DECLINED,
  /** It certainly did not reach the bank; sending it again is safe. */
  NOT_SENT,
  /** No answer, or none that could be understood: it may or may not have happened. */
  UNKNOWN
}
