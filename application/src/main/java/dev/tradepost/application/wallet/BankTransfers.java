package dev.tradepost.application.wallet;

import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.wallet.BankTransfer;
import dev.tradepost.domain.wallet.BankTransferId;
import dev.tradepost.domain.wallet.WalletReason;

/** What the commands on deposits and withdrawals do alike. */
public final class BankTransfers {

  private BankTransfers() {}

  static BankTransfer get(UnitOfWork work, BankTransferId id) {
    return work.bankTransfers().get(id).orElseThrow(() -> notFound(id));
  }

  /** The refusal where there is none of this id, or not for this caller. */
  public static Rejection notFound(BankTransferId id) {
    return new Rejection(
        WalletReason.BANK_TRANSFER_NOT_FOUND, "there is no deposit or withdrawal " + id);
  }
}
