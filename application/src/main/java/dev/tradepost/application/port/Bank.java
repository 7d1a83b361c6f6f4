package dev.tradepost.application.port;

import dev.tradepost.domain.wallet.BankAnswer;
import dev.tradepost.domain.wallet.BankTransfer;

/**
 * A bank that pays into wallets and is paid out of them. It knows transfers by their ids. Calls may
 * block; they are never made inside a transaction.
 */
public interface Bank {

  /** Asks the bank to move the money. Never asked again unless it certainly did not arrive. */
  BankAnswer send(BankTransfer transfer);

  /** Asks what became of a transfer that was sent; repeated as often as needed. */
  BankAnswer lookUp(BankTransfer transfer);
}
