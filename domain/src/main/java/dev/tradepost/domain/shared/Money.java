package dev.tradepost.domain.shared;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.stream.IntStream;

/**
 * An amount of one currency, counted exactly in its minor units (cents, paise, yen).
 *
 * <p>Every operation is exact or refused with a {@link Rejection}: nothing is rounded silently and
 * nothing wraps. It does not convert between currencies and it does not format for people.
 *
 * @param minor the amount in minor units; may be negative
 * @param currency an ISO 4217 currency that has a minor unit
 */
public record Money(long minor, Currency currency) implements Comparable<Money> {

  /** No long in minor units needs more integer digits in major units than this. */
  private static final int MAX_INTEGER_DIGITS = 19;

  public Money {
    Objects.requireNonNull(currency);
    if (currency.getDefaultFractionDigits() < 0) {
      throw new Rejection(
          SharedReason.UNKNOWN_CURRENCY, currency.getCurrencyCode() + " has no minor unit");
    }
  }

  /**
   * An amount given in major units, such as 12.50.
   *
   * <p>Refuses an amount off the currency's grid or out of range; the size of the number is checked
   * before any arithmetic, so that {@code 1e1000000000} costs nothing.
   */
  public static Money of(BigDecimal major, Currency currency) {
    int digits = currency.getDefaultFractionDigits();
    if (major.signum() == 0) {
      return zero(currency);
    }
    if ((long) major.precision() - major.scale() > MAX_INTEGER_DIGITS) {
      throw outOfRange(currency);
    }
    BigDecimal plain = major.stripTrailingZeros();
    if (plain.scale() > digits) {
      throw new Rejection(
          SharedReason.AMOUNT_OFF_GRID,
          currency.getCurrencyCode() + " amounts have at most " + digits + " decimals");
    }
    BigInteger minor = plain.setScale(digits).unscaledValue();
    if (minor.bitLength() > 63) {
      throw outOfRange(currency);
    }
    return new Money(minor.longValue(), currency);
  }

  /** For code and tests: {@code Money.of("12.50", "USD")}. */
  public static Money of(String major, String currencyCode) {
    return of(new BigDecimal(major), currency(currencyCode));
  }

  /** No money, in this currency. */
  public static Money zero(Currency currency) {
    return new Money(0, currency);
  }

  /** The currency of an ISO 4217 code; refuses what is none, and those without a minor unit. */
  public static Currency currency(String code) {
    try {
      return zero(Currency.getInstance(String.valueOf(code))).currency();
    } catch (IllegalArgumentException e) {
      throw new Rejection(
          SharedReason.UNKNOWN_CURRENCY, "'" + code + "' is no ISO 4217 currency code, try USD");
    }
  }

  public Money plus(Money other) {
    requireSameCurrency(other);
    return exact(() -> Math.addExact(minor, other.minor));
  }

  public Money minus(Money other) {
    requireSameCurrency(other);
    return exact(() -> Math.subtractExact(minor, other.minor));
  }

  public Money times(long factor) {
    return exact(() -> Math.multiplyExact(minor, factor));
  }

  /**
   * Splits the amount in proportion to the weights so that the parts add up to it exactly: the
   * units left after rounding down go one each to the largest remainders, the earlier part first on
   * a tie.
   *
   * @param weights none negative, at least one above zero
   */
  public List<Money> allocate(List<Long> weights) {
    BigInteger sum =
        weights.stream().map(BigInteger::valueOf).reduce(BigInteger.ZERO, BigInteger::add);
    if (sum.signum() <= 0 || weights.stream().anyMatch(weight -> weight < 0)) {
      throw new IllegalArgumentException("weights must not be negative and not all zero");
    }
    BigInteger whole = BigInteger.valueOf(minor).abs();
    long[] parts = new long[weights.size()];
    BigInteger[] remainders = new BigInteger[weights.size()];
    long left = whole.longValue();
    for (int i = 0; i < parts.length; i++) {
      BigInteger[] share =
          whole.multiply(BigInteger.valueOf(weights.get(i))).divideAndRemainder(sum);
      parts[i] = share[0].longValue();
      remainders[i] = share[1];
      left -= parts[i];
    }
    IntStream.range(0, parts.length)
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> remainders[i]).reversed())
        .limit(left)
        .forEach(i -> parts[i]++);
    List<Money> shares = new ArrayList<>(parts.length);
    for (long part : parts) {
      shares.add(new Money(minor < 0 ? -part : part, currency));
    }
    return List.copyOf(shares);
  }

  public boolean isZero() {
    return minor == 0;
  }

  public boolean isPositive() {
    return minor > 0;
  }

  public boolean isNegative() {
    return minor < 0;
  }

  /** This amount; refuses zero and less. */
  public Money requirePositive() {
    if (!isPositive()) {
      throw new Rejection(SharedReason.AMOUNT_NOT_POSITIVE, "the amount must be greater than 0");
    }
    return this;
  }

  /** The amount in major units, at the currency's own scale. */
  public BigDecimal major() {
    return BigDecimal.valueOf(minor, currency.getDefaultFractionDigits());
  }

  /** Compares amounts of one currency; refuses two. */
  @Override
  public int compareTo(Money other) {
    requireSameCurrency(other);
    return Long.compare(minor, other.minor);
  }

  @Override
  public String toString() {
    return major().toPlainString() + " " + currency.getCurrencyCode();
  }

  private void requireSameCurrency(Money other) {
    if (!currency.equals(other.currency)) {
      throw new Rejection(
          SharedReason.CURRENCY_MISMATCH,
          "cannot combine "
              + currency.getCurrencyCode()
              + " with "
              + other.currency.getCurrencyCode());
    }
  }

  private Money exact(LongSupplier arithmetic) {
    try {
      return new Money(arithmetic.getAsLong(), currency);
    } catch (ArithmeticException e) {
      throw outOfRange(currency);
    }
  }

  private static Rejection outOfRange(Currency currency) {
    return new Rejection(
        SharedReason.AMOUNT_OUT_OF_RANGE,
        "the amount is past the range of " + currency.getCurrencyCode() + ", use a smaller one");
  }
}
