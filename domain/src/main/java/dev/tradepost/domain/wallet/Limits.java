package dev.tradepost.domain.wallet;

import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.Rejection;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * How much may leave a wallet in one currency. What is empty is not limited. A day and a month are
 * those of the shop's time zone; money held back counts as spent until it is released.
 */
public record Limits(
    Optional<Money> perTransaction, Optional<Money> daily, Optional<Money> monthly) {

  /** Nothing is limited. */
  public static final Limits NONE =
      new Limits(Optional.empty(), Optional.empty(), Optional.empty());

  public Limits {
    if (Stream.of(perTransaction, daily, monthly)
        .anyMatch(limit -> limit.map(Money::isNegative).orElse(false))) {
      throw new Rejection(WalletReason.LIMIT_NEGATIVE, "a limit must be 0 or more");
    }
  }

  /** These, and the others where these say nothing. */
  Limits or(Limits others) {
    return new Limits(
        perTransaction.or(() -> others.perTransaction),
        daily.or(() -> others.daily),
        monthly.or(() -> others.monthly));
  }

  Limits map(Function<Money, Money> conversion) {
    return new Limits(
        perTransaction.map(conversion), daily.map(conversion), monthly.map(conversion));
  }

  /**
   * Refuses a debit that would pass a limit.
   *
   * @param held what is held back already
   */
  void require(Money debit, Money held, Spending spent) {
    refuseOver(perTransaction, debit, "in one transaction");
    refuseOver(daily, spent.inDay().plus(held).plus(debit), "a day, holds included");
    refuseOver(monthly, spent.inMonth().plus(held).plus(debit), "a month, holds included");
  }

  private static void refuseOver(Optional<Money> limit, Money sum, String period) {
    if (limit.isPresent() && sum.compareTo(limit.get()) > 0) {
      throw new Rejection(
          WalletReason.LIMIT_EXCEEDED,
          "this wallet may spend " + limit.get() + " " + period + ", this would make it " + sum);
    }
  }
}
