package dev.tradepost.application.wallet;

import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.wallet.Wallet;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Objects;
import java.util.Optional;

/**
 * An amount as a caller states it, in major units.
 *
 * @param currency empty for the wallet's own
 */
public record StatedAmount(BigDecimal major, Optional<Currency> currency) {

  public StatedAmount {
    Objects.requireNonNull(major);
  }

  /** As money; refuses what is off the currency's grid, out of range, or not above zero. */
  Money of(Wallet wallet) {
    try {
      return Money.of(major, currency.orElse(wallet.currency())).requirePositive();
    } catch (Rejection rejection) {
      throw rejection.at("amount");
    }
  }
}
