package dev.tradepost.domain.wallet;

import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.Rejection;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Map;

/**
 * A table of what one unit of each currency is worth in a common one. Conversions round against who
 * asks for them: what is received down, what must be paid up. It does not change while the process
 * runs, and it does not pretend to be a market.
 *
 * @param worth by ISO code, in units of the common currency, above zero
 */
public record ExchangeRates(Map<String, BigDecimal> worth) {
  private static final MathContext PRECISION = new MathContext(12, RoundingMode.HALF_EVEN);

  public ExchangeRates {
    worth = Map.copyOf(worth);
    worth.forEach(
        (code, value) -> {
          Money.currency(code);
          if (value.signum() <= 0) {
            throw new IllegalArgumentException("the rate of " + code + " must be above 0");
          }
        });
  }

  /** Some currencies at rates of no particular day, against the US dollar. */
  public static ExchangeRates sample() {
    return new ExchangeRates(
        Map.of(
            "USD", BigDecimal.ONE,
            "EUR", new BigDecimal("1.105"),
            "GBP", new BigDecimal("1.27"),
            "INR", new BigDecimal("0.012"),
            "JPY", new BigDecimal("0.0067")));
  }

  /** What one unit of a currency is in another, to 12 digits; refuses one without a rate. */
  public BigDecimal rate(Currency from, Currency to) {
    return worth(from).divide(worth(to), PRECISION);
  }

  /** What this money buys: rounded down to the other currency's grid. */
  public Money sold(Money money, Currency to) {
    return converted(money, to, RoundingMode.DOWN);
  }

  /** What must be paid in another currency for this money: rounded up to its grid. */
  public Money costOf(Money money, Currency in) {
    return converted(money, in, RoundingMode.UP);
  }

  private Money converted(Money money, Currency to, RoundingMode rounding) {
    BigDecimal exact = money.major().multiply(worth(money.currency()));
    int digits = to.getDefaultFractionDigits();
    return Money.of(exact.divide(worth(to), digits, rounding), to);
  }

  private BigDecimal worth(Currency currency) {
    BigDecimal value = worth.get(currency.getCurrencyCode());
    if (value == null) {
      throw new Rejection(
          WalletReason.NO_EXCHANGE_RATE, "there is no exchange rate for " + currency);
    }
    return value;
  }
}
