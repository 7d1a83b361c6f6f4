package dev.tradepost.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.trade.Instrument;
import dev.tradepost.domain.trade.Instruments;
import dev.tradepost.domain.trade.Pair;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is traded, as it is configured. */
class TradeSettingsTest {
  @TempDir Path data;

  private Instruments instruments(String value) {
    Map<String, String> options = Map.of("data", data.toString(), "instruments", value);
    return Settings.of(new SettingSource(options, Map.of()), true).shop().instruments();
  }

  @Test
  void pairs_have_a_tick_and_a_lot_of_their_own() {
    assertThat(instruments("EUR/USD 0.00001 1000; usd/jpy 0.001 10;").all())
        .containsExactly(
            new Instrument(Pair.of("EUR/USD"), new BigDecimal("0.00001"), Money.of("1000", "EUR")),
            new Instrument(Pair.of("USD/JPY"), new BigDecimal("0.001"), Money.of("10", "USD")));
  }

  @Test
  void where_nothing_is_said_the_usual_pairs_are_traded() {
    assertThat(List.copyOf(instruments(" ").all()))
        .isEqualTo(List.copyOf(Instruments.standard().all()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "EUR/USD",
        "EURUSD 0.1 1",
        "EUR/EUR 0.1 1",
        "EUR/XYZ 0.1 1",
        "EUR/USD 0 1",
        "EUR/USD 0.1 0",
        "EUR/USD 0.1 0.001",
        "EUR/USD -1 1",
        "EUR/USD 0.1 1; EUR/USD 0.2 1"
      })
  void what_makes_no_sense_is_refused_by_the_name_of_the_setting(String value) {
    assertThatThrownBy(() -> instruments(value))
        .isInstanceOf(Settings.Invalid.class)
        .hasMessageStartingWith("--instruments (TRADEPOST_INSTRUMENTS): ");
  }
}
