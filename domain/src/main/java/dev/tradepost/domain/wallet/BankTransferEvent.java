package dev.tradepost.domain.wallet;

import dev.tradepost.domain.shared.DomainEvent;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.WalletId;

/** What happens to a deposit or withdrawal. */
public sealed interface BankTransferEvent extends DomainEvent {

  /** A user wants money from a bank or to one. */
  record Requested(
      BankTransferId bankTransferId,
      WalletId walletId,
      BankTransfer.Direction direction,
      Money amount)
      implements BankTransferEvent {
    @Override
    public String type() {
      return "bank_transfer.requested";
    }
  }

  /** It is being sent, or the bank was heard of. */
  record StatusChanged(
      BankTransferId bankTransferId,
      WalletId walletId,
      BankTransferStatus from,
      BankTransferStatus to,
      int attempts)
      implements BankTransferEvent {
    @Override
    public String type() {
      return "bank_transfer.status_changed";
    }
  }
}
