package dev.tradepost.application.wallet;

import dev.tradepost.application.Actor;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.Prefetch;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.Account;
import dev.tradepost.domain.wallet.Booked;
import dev.tradepost.domain.wallet.EntryType;
import dev.tradepost.domain.wallet.ExchangeRates;
import dev.tradepost.domain.wallet.HeldFunds;
import dev.tradepost.domain.wallet.WalletReason;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Optional;

/**
 * Turns money of one currency into another within a wallet, at the shop's rate. What is received is
 * rounded down; the remainder stays with the house. Answers what was given, then what was received.
 *
 * @param amount what to give, in major units
 */
public record ConvertMoney(WalletId walletId, Currency from, Currency to, BigDecimal amount)
    implements UseCase<List<Transaction>> {

  @Override
  public void prefetch(Actor actor, Prefetch rows) {
    rows.wallets(walletId);
  }

  @Override
  public List<Transaction> run(UnitOfWork work) {
    if (from.equals(to)) {
      throw new Rejection(WalletReason.SAME_CURRENCY, "from and to are both " + from).at("to");
    }
    HeldFunds wallet = Wallets.get(work, walletId);
    Money given = new StatedAmount(amount, Optional.of(from)).of(wallet.state());
    ExchangeRates rates = work.shop().wallets().rates();
    Money received = rates.sold(given, to);
    if (received.isZero()) {
      throw new Rejection(
              WalletReason.TOO_SMALL_TO_CONVERT, given + " is worth less than the least " + to)
          .at("amount");
    }
    String rate = rates.rate(from, to).toPlainString();
    Booked booked =
        Wallets.booking(work, EntryType.CONVERSION)
            .after(wallet)
            .linked()
            .because("1 " + from + " = " + rate + " " + to + ", rounded down")
            .take(wallet.state(), given)
            .house(Account.Kind.FX, given)
            .house(Account.Kind.FX, received.times(-1))
            .give(wallet.state(), received)
            .done();
    return Transaction.of(Wallets.save(work, booked), walletId);
  }
}
