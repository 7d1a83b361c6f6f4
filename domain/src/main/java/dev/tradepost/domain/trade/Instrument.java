package dev.tradepost.domain.trade;

import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.Rejection;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Objects;

/**
 * A pair that is traded, and the grid its prices and amounts stand on.
 *
 * @param tick the smallest step of a price, above zero
 * @param lot the smallest step of an amount, in the base currency
 */
public record Instrument(Pair pair, BigDecimal tick, Money lot) {
  private static final BigDecimal HIGHEST = new BigDecimal("1000000000");
  private static final int LONGEST = 30;

  public Instrument {
    Objects.requireNonNull(pair);
    tick = tick.stripTrailingZeros();
    lot.requirePositive();
    if (tick.signum() <= 0 || !lot.currency().equals(pair.base())) {
      throw new IllegalArgumentException("tick " + tick + ", lot " + lot + " of " + pair);
    }
  }

  /** Five decimals, three where the quote has no cents, and any amount its currency can have. */
  public static Instrument usual(Pair pair) {
    int decimals = pair.quote().getDefaultFractionDigits() == 0 ? 3 : 5;
    return new Instrument(pair, BigDecimal.ONE.movePointLeft(decimals), new Money(1, pair.base()));
  }

  /** How many decimals an average of prices is shown with. */
  int priceScale() {
    return Math.max(tick.scale(), 0);
  }

  /** A price on the grid; its size is looked at before any arithmetic. */
  public BigDecimal requirePrice(BigDecimal price) {
    boolean tooLong = price.precision() > LONGEST || Math.abs((long) price.scale()) > LONGEST;
    if (tooLong || price.signum() <= 0 || price.compareTo(HIGHEST) >= 0) {
      throw new Rejection(
          TradeReason.PRICE_OUT_OF_RANGE, "a price is above 0 and below " + HIGHEST);
    }
    if (price.remainder(tick).signum() != 0) {
      throw new Rejection(
          TradeReason.PRICE_OFF_TICK,
          "prices of " + pair + " are multiples of " + tick.toPlainString());
    }
    return price.stripTrailingZeros();
  }

  /** An amount of the base on the grid, above zero. */
  public Money requireAmount(Money amount) {
    amount.requirePositive();
    if (amount.compareTo(lot) < 0 || amount.minor() % lot.minor() != 0) {
      throw new Rejection(
          TradeReason.AMOUNT_OFF_LOT, "amounts of " + pair + " are multiples of " + lot);
    }
    return amount;
  }

  /** What an amount costs or brings, exactly. */
  static BigDecimal notional(Money amount, BigDecimal price) {
    return amount.major().multiply(price);
  }

  /** The mean price of so much notional over so much of the base, to the tick's decimals. */
  BigDecimal average(BigDecimal notional, Money filled) {
    return notional.divide(filled.major(), priceScale(), RoundingMode.HALF_EVEN);
  }
}
