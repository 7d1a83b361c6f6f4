package dev.tradepost.application.wallet;

import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.HoldId;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.BankTransfer;
import dev.tradepost.domain.wallet.BankTransferId;
import dev.tradepost.domain.wallet.HeldFunds;
import dev.tradepost.domain.wallet.Hold;
import dev.tradepost.domain.wallet.Wallet;
import java.util.Optional;

/**
 * Writes down that money is to come from a bank or to go to one, before the bank is asked. The
 * money of a withdrawal is held from here on.
 *
 * @param bankAccount the bank's token for the user's account there
 */
public record RequestBankTransfer(
    WalletId walletId, BankTransfer.Direction direction, StatedAmount amount, String bankAccount)
    implements UseCase<BankTransferId> {

  @Override
  public BankTransferId run(UnitOfWork work) {
    HeldFunds wallet = Wallets.get(work, walletId);
    Money money = amount.of(wallet.state());
    BankTransferId id = new BankTransferId(work.newId());
    Optional<HoldId> hold =
        direction == BankTransfer.Direction.WITHDRAWAL
            ? Optional.of(new HoldId(work.newId()))
            : Optional.empty();
    HeldFunds funds =
        hold.isEmpty() ? wallet : wallet.then(it -> held(work, it, hold.get(), money));
    Change<BankTransfer> requested =
        BankTransfer.request(id, wallet.state(), money, bankAccount, hold, work.stamp());

    Wallets.save(work, funds);
    work.bankTransfers().save(requested);
    return id;
  }

  private static HeldFunds held(UnitOfWork work, Wallet wallet, HoldId id, Money money) {
    return Hold.place(
        wallet, id, money, "Withdrawal", Optional.empty(), work.shop().wallets(), work.stamp());
  }
}
