package dev.tradepost.domain.trade;

import static dev.tradepost.domain.trade.FxFixture.LATER;
import static dev.tradepost.domain.trade.FxFixture.TRADE;
import static dev.tradepost.domain.trade.FxFixture.buying;
import static dev.tradepost.domain.trade.FxFixture.eur;
import static dev.tradepost.domain.trade.FxFixture.fill;
import static dev.tradepost.domain.trade.FxFixture.price;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.Rejection;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sums and averages of trades, whatever they are. */
class FillsPropertyTest {
  private static final int ROUNDS = 300;

  @Test
  void the_average_price_is_that_of_all_trades_together() {
    FxOrder order = buying("1160");
    FxOrder filled = fill(fill(order, "325", "1.10138").state(), "835", "1.10486").state();

    assertThat(filled.averagePrice()).contains(price("1.10388"));
    assertThat(filled.notional()).isEqualByComparingTo("1280.5066");
  }

  @Test
  void an_average_of_equal_prices_is_that_price_to_the_digit() {
    FxOrder order = buying("1");
    for (int i = 0; i < 33; i++) {
      order = fill(order, "0.03", "1.10001").state();
    }
    assertThat(order.averagePrice()).contains(price("1.10001"));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void the_average_price_is_exact_however_many_trades_there_are(long seed) {
    Random chance = new Random(seed);
    FxOrder order = buying("1000000");
    BigDecimal worth = BigDecimal.ZERO;
    BigDecimal amount = BigDecimal.ZERO;
    for (int i = 0; i < ROUNDS; i++) {
      Money part = new Money(chance.nextLong(1, 300_000), eur("1").currency());
      BigDecimal at = BigDecimal.valueOf(chance.nextLong(1, 300_000), 5);
      order = order.fill(TRADE, part, at, Optional.empty(), LATER).state();
      worth = worth.add(part.major().multiply(at));
      amount = amount.add(part.major());

      assertThat(order.notional()).as("seed %d, trade %d", seed, i).isEqualByComparingTo(worth);
      assertThat(order.averagePrice().orElseThrow())
          .as("seed %d, trade %d", seed, i)
          .isEqualByComparingTo(worth.divide(amount, 5, RoundingMode.HALF_EVEN));
    }
  }

  @ParameterizedTest // S4-05, S4-07, S4-08
  @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
  void filled_remaining_and_cancelled_add_up_to_the_amount_after_every_step(long seed) {
    Random chance = new Random(seed);
    FxOrder order = buying("10");
    for (int i = 0; i < ROUNDS; i++) {
      if (order.allowedActions().isEmpty()) {
        order = buying("10");
      }
      FxOrder before = order;
      order = step(before, chance);
      String where = "seed %d, step %d: %s".formatted(seed, i, order);

      assertThat(order.filled().plus(order.remaining()).plus(order.cancelled()))
          .as(where)
          .isEqualTo(order.amount());
      assertThat(order.filled()).as(where).isGreaterThanOrEqualTo(before.filled());
      assertThat(order.status()).as(where).isEqualTo(expected(order));
      assertThat(order.cancelled().isPositive())
          .as(where)
          .isEqualTo(order.status() == FxStatus.CANCELLED);
    }
  }

  private static FxStatus expected(FxOrder order) {
    if (order.cancelled().isPositive()) {
      return FxStatus.CANCELLED;
    }
    if (order.filled().isZero()) {
      return FxStatus.PENDING;
    }
    return order.filled().equals(order.amount()) ? FxStatus.FILLED : FxStatus.PARTIALLY_FILLED;
  }

  /** A random verb; the same order where it is refused. */
  private static FxOrder step(FxOrder order, Random chance) {
    Money some = new Money(chance.nextLong(-1, 700), order.amount().currency());
    int verb = chance.nextInt(20);
    try {
      Change<FxOrder> change =
          verb == 0
              ? order.cancel("Enough", LATER)
              : verb < 5
                  ? order.amend(some.times(3), Optional.empty(), LATER)
                  : order.fill(TRADE, some, price("1.1"), Optional.empty(), LATER);
      assertThat(change.state().version()).isEqualTo(order.version() + 1);
      return change.state();
    } catch (Rejection refusal) {
      return order;
    }
  }
}
