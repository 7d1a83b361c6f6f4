package dev.tradepost.domain.trade;

import dev.tradepost.domain.shared.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One execution of an order: so much of the base currency at one price. It never changes.
 *
 * @param externalTradeId what it is called where it was made; unique in its order
 */
public record Trade(
    TradeId id,
    Money executedAmount,
    BigDecimal executedPrice,
    Optional<String> externalTradeId,
    Instant timestamp) {

  public Trade {
    Objects.requireNonNull(id);
    Objects.requireNonNull(timestamp);
    executedAmount.requirePositive();
    if (executedPrice.signum() <= 0) {
      throw new IllegalArgumentException("a price of " + executedPrice);
    }
  }

  /** What it is worth in the quote currency, exactly. */
  public BigDecimal notional() {
    return Instrument.notional(executedAmount, executedPrice);
  }

  /** Whether it says the same as another one that is called the same. */
  public boolean sameAs(Money amount, BigDecimal price) {
    return executedAmount.equals(amount) && executedPrice.compareTo(price) == 0;
  }
}
