package dev.tradepost.application.wallet;

import dev.tradepost.domain.wallet.BankTransfer;

/** What to ask the bank next about a transfer. */
public record BankStep(Kind kind, BankTransfer transfer) {

  /** The questions there are. */
  public enum Kind {
    SEND,
    LOOK_UP,
    /** Nothing now. */
    NONE
  }
}
