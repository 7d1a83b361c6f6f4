package dev.tradepost.domain.trade;

import static dev.tradepost.domain.shared.Refusals.reasonOf;
import static dev.tradepost.domain.trade.FxFixture.EUR_USD;
import static dev.tradepost.domain.trade.FxFixture.eur;
import static dev.tradepost.domain.trade.FxFixture.price;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.SharedReason;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InstrumentTest {

  @Test
  void usual_prices_have_five_decimals_or_three_where_the_quote_has_no_cents() {
    assertThat(EUR_USD.tick()).isEqualTo(price("0.00001"));
    assertThat(EUR_USD.lot()).isEqualTo(eur("0.01"));
    Instrument yen = Instrument.usual(Pair.of("USD/JPY"));
    assertThat(yen.tick()).isEqualTo(price("0.001"));
    assertThat(yen.lot()).isEqualTo(Money.of("0.01", "USD"));
    assertThat(Instrument.usual(Pair.of("JPY/USD")).lot()).isEqualTo(Money.of("1", "JPY"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.00001", "1.105", "1.1050000000", "1", "1E+2", "999999999.99999"})
  void a_price_on_the_grid_passes_without_its_idle_zeros(String text) {
    assertThat(EUR_USD.requirePrice(price(text))).isEqualTo(price(text).stripTrailingZeros());
  }

  @ParameterizedTest // A76
  @ValueSource(
      strings = {
        "0",
        "-1.105",
        "1000000000",
        "1e1000000000",
        "1e-1000000000",
        "-1e1000000000",
        "0e-1000000000",
        "1.1234567890123456789012345678901"
      })
  void a_price_out_of_range_is_refused_before_any_arithmetic(String text) {
    assertThat(reasonOf(() -> EUR_USD.requirePrice(price(text))))
        .isEqualTo(TradeReason.PRICE_OUT_OF_RANGE);
  }

  @ParameterizedTest // A76
  @ValueSource(strings = {"1.105001", "0.000001", "1.000000000000000001"})
  void a_price_between_two_ticks_is_refused(String text) {
    assertThat(reasonOf(() -> EUR_USD.requirePrice(price(text))))
        .isEqualTo(TradeReason.PRICE_OFF_TICK);
  }

  @Test
  void a_tick_need_not_be_a_power_of_ten() {
    Instrument quarters = new Instrument(Pair.of("EUR/USD"), price("0.250"), eur("0.01"));
    assertThat(quarters.tick()).isEqualTo(price("0.25"));
    assertThat(quarters.requirePrice(price("1.75"))).isEqualTo(price("1.75"));
    assertThat(reasonOf(() -> quarters.requirePrice(price("1.80"))))
        .isEqualTo(TradeReason.PRICE_OFF_TICK);
    Instrument tens = new Instrument(Pair.of("EUR/USD"), price("10"), eur("0.01"));
    assertThat(tens.requirePrice(price("110"))).isEqualByComparingTo("110");
    assertThat(tens.average(price("350"), eur("3"))).isEqualByComparingTo("117");
  }

  @Test // A76
  void an_amount_is_above_zero_of_the_base_and_a_multiple_of_the_lot() {
    Instrument thousands = new Instrument(Pair.of("EUR/USD"), price("0.00001"), eur("1000"));
    assertThat(thousands.requireAmount(eur("3000"))).isEqualTo(eur("3000"));
    for (String off : List.of("999.99", "1000.01", "1500")) {
      assertThat(reasonOf(() -> thousands.requireAmount(eur(off))))
          .isEqualTo(TradeReason.AMOUNT_OFF_LOT);
    }
    for (String none : List.of("0", "-1000")) {
      assertThat(reasonOf(() -> thousands.requireAmount(eur(none))))
          .isEqualTo(SharedReason.AMOUNT_NOT_POSITIVE);
    }
    assertThat(reasonOf(() -> thousands.requireAmount(Money.of("1000", "USD"))))
        .isEqualTo(SharedReason.CURRENCY_MISMATCH);
  }

  @Test
  void an_average_is_rounded_half_to_even_at_the_ticks_decimals() {
    assertThat(EUR_USD.average(price("1.000005"), eur("1"))).isEqualTo(price("1.00000"));
    assertThat(EUR_USD.average(price("1.000015"), eur("1"))).isEqualTo(price("1.00002"));
    assertThat(EUR_USD.average(price("1"), eur("3"))).isEqualTo(price("0.33333"));
  }

  @Test
  void what_an_amount_is_worth_is_not_rounded() {
    assertThat(Instrument.notional(eur("0.01"), price("0.00001"))).isEqualTo(price("0.0000001"));
    assertThat(Instrument.notional(Money.of("92233720368547758.07", "EUR"), price("999999999")))
        .isEqualByComparingTo(price("92233720368547758.07").multiply(price("999999999")));
  }

  @Test
  void a_grid_of_nothing_or_of_another_currency_cannot_be_made() {
    Pair pair = Pair.of("EUR/USD");
    for (BigDecimal tick : List.of(BigDecimal.ZERO, price("-0.1"))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new Instrument(pair, tick, eur("0.01")));
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Instrument(pair, BigDecimal.ONE, Money.of("1", "USD")));
    assertThat(reasonOf(() -> new Instrument(pair, BigDecimal.ONE, eur("0"))))
        .isEqualTo(SharedReason.AMOUNT_NOT_POSITIVE);
  }

  @Test
  void the_standard_table_has_every_pair_of_ten_currencies_once() {
    assertThat(Instruments.standard().all())
        .hasSize(90)
        .extracting(Instrument::pair)
        .doesNotHaveDuplicates()
        .contains(Pair.of("EUR/USD"), Pair.of("USD/EUR"), Pair.of("JPY/INR"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Instruments.of(List.of(EUR_USD, EUR_USD)));
  }
}
