package dev.tradepost.application.wallet;

import dev.tradepost.application.Role;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.Limits;
import dev.tradepost.domain.wallet.Wallet;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Gives a wallet limits of its own in one currency; what is left empty falls back to the shop's.
 *
 * @param currency empty for the wallet's own
 */
public record LimitWallet(
    WalletId id,
    Optional<Currency> currency,
    Optional<BigDecimal> perTransaction,
    Optional<BigDecimal> daily,
    Optional<BigDecimal> monthly,
    OptionalLong expectedVersion)
    implements UseCase<Wallet> {

  @Override
  public Role requires() {
    return Role.STAFF;
  }

  @Override
  public Wallet run(UnitOfWork work) {
    return Wallets.change(
        work,
        id,
        expectedVersion,
        wallet -> {
          Currency of = currency.orElse(wallet.currency());
          Limits limits =
              new Limits(
                  limit("perTransaction", perTransaction, of),
                  limit("daily", daily, of),
                  limit("monthly", monthly, of));
          return wallet.limit(of, limits, work.stamp());
        });
  }

  private static Optional<Money> limit(String field, Optional<BigDecimal> amount, Currency of) {
    try {
      return amount.map(it -> Money.of(it, of));
    } catch (Rejection rejection) {
      throw rejection.at(field);
    }
  }
}
