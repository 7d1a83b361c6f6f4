package dev.tradepost.application.wallet;

import dev.tradepost.application.Actor;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.Prefetch;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.Account;
import dev.tradepost.domain.wallet.Booked;
import dev.tradepost.domain.wallet.EntryType;
import dev.tradepost.domain.wallet.HeldFunds;
import java.util.Optional;

/** Takes money out of a wallet. */
public record DeductMoney(WalletId walletId, StatedAmount amount, Optional<String> category)
    implements UseCase<Transaction> {

  @Override
  public void prefetch(Actor actor, Prefetch rows) {
    rows.wallets(walletId);
  }

  @Override
  public Transaction run(UnitOfWork work) {
    HeldFunds wallet = Wallets.get(work, walletId);
    Money money = amount.of(wallet.state());
    Booked booked =
        Wallets.booking(work, EntryType.DEDUCT)
            .after(wallet)
            .in(category)
            .take(wallet.state(), money)
            .house(Account.Kind.CASH_OUT, money)
            .done();
    return Transaction.of(Wallets.save(work, booked), walletId).get(0);
  }
}
