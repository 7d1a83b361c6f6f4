package dev.tradepost.domain.wallet;

import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.Rejection;
import java.time.Instant;
import java.util.Currency;
import java.util.Objects;

/**
 * What a wallet has in one currency.
 *
 * @param total all of it, never below zero
 * @param held the part that open holds keep back, never more than all
 * @param limits this wallet's own; the shop's apply where these say nothing
 */
public record Balance(Money total, Money held, Spending spending, Habit habit, Limits limits) {

  public Balance {
    Objects.requireNonNull(spending);
    Objects.requireNonNull(habit);
    Objects.requireNonNull(limits);
    limits.requireCurrency(total.currency());
    if (held.isNegative() || held.compareTo(total) > 0) {
      throw new IllegalArgumentException(held + " held of " + total);
    }
  }

  static Balance empty(Currency currency) {
    Money zero = Money.zero(currency);
    return new Balance(zero, zero, Spending.none(currency), Habit.NONE, Limits.NONE);
  }

  public Currency currency() {
    return total.currency();
  }

  /** What can be spent. */
  public Money available() {
    return total.minus(held);
  }

  Balance credited(Money money) {
    return new Balance(total.plus(money), held, spending, habit, limits);
  }

  /** Less this much; the caller has asked {@link #requireAvailable}. */
  Balance debited(Money money, boolean counts, WalletPolicy policy, Instant now) {
    return new Balance(
        total.minus(money),
        held,
        counts ? spending.on(policy.day(now)).plus(money) : spending,
        counts ? habit.plus(money.minor(), now) : habit,
        limits);
  }

  Balance withHeld(Money newHeld) {
    return new Balance(total, newHeld, spending, habit, limits);
  }

  /** The same under other limits, which count what is spent from now on. */
  Balance withLimits(Limits newLimits) {
    return new Balance(total, held, Spending.none(currency()), habit, newLimits);
  }

  /** Refuses to spend more than is available. */
  void requireAvailable(Money money) {
    if (money.compareTo(available()) > 0) {
      throw new Rejection(
              WalletReason.INSUFFICIENT_FUNDS, "the wallet has " + available() + " to spend")
          .at("amount");
    }
  }

  /** Refuses to spend past a limit. */
  void requireWithinLimits(Money money, WalletPolicy policy, Instant now) {
    policy.limitsOf(this).require(money, held, spending.on(policy.day(now)));
  }
}
