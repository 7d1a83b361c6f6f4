package dev.tradepost.domain.wallet;

import dev.tradepost.domain.shared.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Objects;

/**
 * What a balance has spent on the day of its last debit and in that day's month.
 *
 * @param day in the shop's time zone
 */
public record Spending(LocalDate day, Money inDay, Money inMonth) {

  public Spending {
    Objects.requireNonNull(day);
  }

  static Spending none(Currency currency) {
    Money zero = Money.zero(currency);
    return new Spending(LocalDate.EPOCH, zero, zero);
  }

  /** The same as of a day; a counter whose period has passed is zero. A day never goes back. */
  Spending on(LocalDate today) {
    if (!today.isAfter(day)) {
      return this;
    }
    Money zero = Money.zero(inDay.currency());
    boolean sameMonth = today.withDayOfMonth(1).equals(day.withDayOfMonth(1));
    return new Spending(today, zero, sameMonth ? inMonth : zero);
  }

  Spending plus(Money debit) {
    return new Spending(day, sum(inDay, debit), sum(inMonth, debit));
  }

  /** The sum, or the most that can be counted: a counter must not stop what no limit stops. */
  static Money sum(Money counted, Money more) {
    boolean full = counted.minor() > Long.MAX_VALUE - more.minor();
    return full ? new Money(Long.MAX_VALUE, counted.currency()) : counted.plus(more);
  }
}
