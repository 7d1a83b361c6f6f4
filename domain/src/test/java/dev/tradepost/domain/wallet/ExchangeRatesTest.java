package dev.tradepost.domain.wallet;

import static dev.tradepost.domain.shared.Refusals.reasonOf;
import static dev.tradepost.domain.wallet.WalletFixture.EUR;
import static dev.tradepost.domain.wallet.WalletFixture.JPY;
import static dev.tradepost.domain.wallet.WalletFixture.USD;
import static dev.tradepost.domain.wallet.WalletFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.SharedReason;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExchangeRatesTest {
  private static final long SEED = Long.getLong("seed", System.nanoTime());
  private static final ExchangeRates SAMPLE = ExchangeRates.sample();
  private static final List<String> CODES = List.of("USD", "EUR", "GBP", "INR", "JPY", "KWD");

  @ParameterizedTest // S3-74, S3-58
  @CsvSource({
    "10.00, USD, EUR, 9.04, 9.05",
    "10.00, EUR, USD, 11.05, 11.05",
    "1.00, USD, JPY, 149, 150",
    "1, JPY, USD, 0.00, 0.01",
    "100.00, USD, INR, 8333.33, 8333.34",
    "7.77, GBP, GBP, 7.77, 7.77",
  })
  void who_converts_receives_the_lower_and_pays_the_higher_of_two_amounts(
      String amount, String from, String to, String sold, String cost) {
    Money money = Money.of(amount, from);
    Currency other = Money.currency(to);
    assertThat(SAMPLE.sold(money, other)).isEqualTo(Money.of(sold, to));
    assertThat(SAMPLE.costOf(money, other)).isEqualTo(Money.of(cost, to));
  }

  @Test // S3-74
  void a_rate_is_shown_to_twelve_digits() {
    assertThat(SAMPLE.rate(EUR, USD)).isEqualByComparingTo("1.105");
    assertThat(SAMPLE.rate(USD, EUR)).isEqualTo(new BigDecimal("0.904977375566"));
    assertThat(SAMPLE.rate(USD, USD)).isEqualByComparingTo("1");
  }

  @Test // S3-74
  void a_currency_without_a_rate_is_refused() {
    Currency dinar = Money.currency("KWD");
    assertThat(reasonOf(() -> SAMPLE.sold(usd("1"), dinar)))
        .isEqualTo(WalletReason.NO_EXCHANGE_RATE);
    assertThat(reasonOf(() -> SAMPLE.costOf(Money.of("1", "KWD"), USD)))
        .isEqualTo(WalletReason.NO_EXCHANGE_RATE);
    assertThat(reasonOf(() -> SAMPLE.rate(dinar, USD))).isEqualTo(WalletReason.NO_EXCHANGE_RATE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1"})
  void a_rate_is_above_zero(String worth) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ExchangeRates(Map.of("USD", new BigDecimal(worth))));
  }

  @Test
  void a_table_names_currencies_and_does_not_change() {
    assertThat(reasonOf(() -> new ExchangeRates(Map.of("ZZZ", BigDecimal.ONE))))
        .isEqualTo(SharedReason.UNKNOWN_CURRENCY);
    Map<String, BigDecimal> worth = new HashMap<>(Map.of("USD", BigDecimal.ONE));
    ExchangeRates rates = new ExchangeRates(worth);
    worth.put("USD", BigDecimal.TEN);
    assertThat(rates.worth()).containsExactly(Map.entry("USD", BigDecimal.ONE));
  }

  @Test // S3-50
  void the_greatest_amount_converts_exactly_or_is_refused() {
    Money most = new Money(Long.MAX_VALUE, USD);
    assertThat(SAMPLE.sold(most, USD)).isEqualTo(most);
    assertThat(SAMPLE.sold(most, EUR)).isEqualTo(Money.of("83469430197780776.53", "EUR"));
    assertThat(reasonOf(() -> SAMPLE.sold(most, Money.currency("INR"))))
        .isEqualTo(SharedReason.AMOUNT_OUT_OF_RANGE);
  }

  @Test // S3-58, S3-74
  void no_round_trip_through_any_rates_ever_gains() {
    Random random = new Random(SEED);
    for (int run = 0; run < 5_000; run++) {
      ExchangeRates rates = anyRates(random);
      Currency home = anyCurrency(random);
      Currency away = anyCurrency(random);
      Money money = new Money(1 + random.nextLong(1L << (1 + random.nextInt(40))), home);
      try {
        Money back = rates.sold(rates.sold(money, away), home);
        assertThat(back).as("seed %d", SEED).isLessThanOrEqualTo(money);
        Money bought = rates.sold(rates.costOf(money, away), home);
        assertThat(bought).as("seed %d", SEED).isGreaterThanOrEqualTo(money);
      } catch (Rejection refused) {
        assertThat(refused.reason()).isEqualTo(SharedReason.AMOUNT_OUT_OF_RANGE);
      }
    }
  }

  @Test // S3-58, S3-74
  void no_way_around_three_currencies_ever_gains() {
    Random random = new Random(SEED);
    for (int run = 0; run < 5_000; run++) {
      Money money = new Money(1 + random.nextInt(1_000_000), USD);
      Money around = SAMPLE.sold(SAMPLE.sold(SAMPLE.sold(money, JPY), EUR), USD);
      assertThat(around).as("seed %d", SEED).isLessThanOrEqualTo(money);
    }
  }

  private static ExchangeRates anyRates(Random random) {
    Map<String, BigDecimal> worth = new HashMap<>();
    CODES.forEach(
        code ->
            worth.put(code, BigDecimal.valueOf(1 + random.nextInt(1_000_000), random.nextInt(8))));
    return new ExchangeRates(worth);
  }

  private static Currency anyCurrency(Random random) {
    return Money.currency(CODES.get(random.nextInt(CODES.size())));
  }
}
