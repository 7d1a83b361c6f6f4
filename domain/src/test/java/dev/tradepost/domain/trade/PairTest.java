package dev.tradepost.domain.trade;

import static dev.tradepost.domain.shared.Refusals.reasonOf;
import static dev.tradepost.domain.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.SharedReason;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PairTest {

  @Test // S4-03
  void a_pair_reads_base_then_quote_and_shows_itself_the_same_way() {
    Pair pair = Pair.of("EUR/USD");
    assertThat(pair.base()).isEqualTo(Money.currency("EUR"));
    assertThat(pair.quote()).isEqualTo(Money.currency("USD"));
    assertThat(pair).hasToString("EUR/USD").isEqualTo(Pair.of("EUR/USD"));
    assertThat(pair).isNotEqualTo(Pair.of("USD/EUR"));
  }

  @ParameterizedTest // A79
  @ValueSource(
      strings = {
        "",
        "EURUSD",
        "EUR-USD",
        "eur/usd",
        "EUR/usd",
        "EUR/USD/",
        " EUR/USD",
        "EUR/USD ",
        "EUR/USDT",
        "EU/USD",
        "EUR/",
        "/USD",
        "EUR\u0000/USD",
        "EUR/EUR",
        "ÉUR/USD"
      })
  void what_is_no_pair_is_refused_at_its_field(String text) {
    Rejection refusal = refusalOf(() -> Pair.of(text));
    assertThat(refusal.reason()).isEqualTo(TradeReason.INVALID_PAIR);
    assertThat(refusal.field()).contains("pair");
  }

  @ParameterizedTest // A79
  @ValueSource(strings = {"ZZZ/USD", "EUR/ZZZ", "XAU/USD", "EUR/XXX"})
  void currencies_that_are_unknown_or_have_no_minor_unit_make_no_pair(String text) {
    Rejection refusal = refusalOf(() -> Pair.of(text));
    assertThat(refusal.reason()).isEqualTo(SharedReason.UNKNOWN_CURRENCY);
    assertThat(refusal.field()).contains("pair");
  }

  @Test // A79
  void a_pair_that_is_not_in_the_table_is_not_traded() {
    Instruments table = Instruments.of(List.of(Instrument.usual(Pair.of("EUR/USD"))));
    assertThat(table.get(Pair.of("EUR/USD")).pair()).hasToString("EUR/USD");
    assertThat(refusalOf(() -> table.get(Pair.of("USD/EUR"))).field()).contains("pair");
    assertThat(reasonOf(() -> table.get(Pair.of("USD/EUR"))))
        .isEqualTo(TradeReason.PAIR_NOT_TRADED);
    assertThat(reasonOf(() -> Instruments.standard().get(Pair.of("EUR/BHD"))))
        .isEqualTo(TradeReason.PAIR_NOT_TRADED);
  }
}
