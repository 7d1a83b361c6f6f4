package dev.tradepost.domain.wallet;

/** What can be done to a wallet as a whole. */
public enum WalletAction {
  FREEZE,
  UNFREEZE,
  CLOSE,
  REOPEN
}
