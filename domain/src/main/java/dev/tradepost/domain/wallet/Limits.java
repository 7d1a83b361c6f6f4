package dev.tradepost.domain.wallet;

import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.Rejection;
import java.util.Currency;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How much may leave a wallet in one currency. What is empty is not limited. A day and a month are
 * those of the shop's time zone; money held back counts as spent until it is released. Each
 * currency counts for itself, and a conversion is no spending.
 */
public record Limits(
    Optional<Money> perTransaction, Optional<Money> daily, Optional<Money> monthly) {

  /** Nothing is limited. */
  public static final Limits NONE =
      new Limits(Optional.empty(), Optional.empty(), Optional.empty());

  public Limits {
    if (Stream.of(perTransaction, daily, monthly)
        .flatMap(Optional::stream)
        .anyMatch(Money::isNegative)) {
      throw new Rejection(WalletReason.LIMIT_NEGATIVE, "a limit must be 0 or more");
    }
  }

  /** These, and the others where these say nothing, converted into the currency of these. */
  Limits or(Limits others, Function<Money, Money> conversion) {
    return new Limits(
        perTransaction.or(() -> others.perTransaction.map(conversion)),
        daily.or(() -> others.daily.map(conversion)),
        monthly.or(() -> others.monthly.map(conversion)));
  }

  /** Refuses limits of another currency, which would be a fault of the program. */
  void requireCurrency(Currency currency) {
    if (all().anyMatch(limit -> !limit.currency().equals(currency))) {
      throw new IllegalArgumentException(this + " are no limits of " + currency);
    }
  }

  private Stream<Money> all() {
    return Stream.of(perTransaction, daily, monthly).flatMap(Optional::stream);
  }

  /**
   * Refuses a debit that would pass a limit.
   *
   * @param held what is held back already
   */
  void require(Money debit, Money held, Spending spent) {
    refuseOver(perTransaction, debit, "in one transaction");
    Money more = Spending.sum(held, debit);
    refuseOver(daily, Spending.sum(spent.inDay(), more), "a day, holds included");
    refuseOver(monthly, Spending.sum(spent.inMonth(), more), "a month, holds included");
  }

  private static void refuseOver(Optional<Money> limit, Money sum, String period) {
    if (limit.isPresent() && sum.compareTo(limit.get()) > 0) {
      throw new Rejection(
          WalletReason.LIMIT_EXCEEDED,
          "this wallet may spend " + limit.get() + " " + period + ", this would make it " + sum);
    }
  }
}
