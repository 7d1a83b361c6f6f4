package dev.tradepost.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradepost.application.PricingPolicy;
import dev.tradepost.domain.order.ShippingRule;
import dev.tradepost.domain.order.TaxRule;
import dev.tradepost.domain.order.TaxTable;
import dev.tradepost.domain.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Taxes and shipping as they are configured: right ones count, wrong ones are named. */
class PricingSettingsTest {
  @TempDir Path data;

  private PricingPolicy policy(Map<String, String> options) {
    Map<String, String> all = new HashMap<>(options);
    all.put("data", data.toString());
    return Settings.of(new SettingSource(all, Map.of()), true).shop().pricing();
  }

  @Test
  void where_nothing_is_said_nothing_is_taxed_and_sending_costs_nothing() {
    assertThat(policy(Map.of())).isEqualTo(PricingPolicy.standard());
    assertThat(policy(Map.of("tax", " ; ", "shipping", ";"))).isEqualTo(PricingPolicy.standard());
  }

  @Test // S2-36
  void rates_are_by_place_with_one_for_all_others() {
    assertThat(
            policy(Map.of("tax", "DE 19; us-ca 7.25; * = 2.5; level TOTAL; rounding half_even"))
                .taxes())
        .isEqualTo(
            new TaxTable(
                Map.of("DE", new BigDecimal("19"), "US-CA", new BigDecimal("7.25")),
                new BigDecimal("2.5"),
                TaxRule.Level.TOTAL,
                RoundingMode.HALF_EVEN));
    assertThat(policy(Map.of("tax", "DE 19; level LINE; rounding HALF_UP")).taxes())
        .isEqualTo(
            new TaxTable(
                Map.of("DE", new BigDecimal("19")),
                BigDecimal.ZERO,
                TaxRule.Level.LINE,
                RoundingMode.HALF_UP));
  }

  @Test // S2-36
  void sending_costs_the_same_to_everywhere_but_to_those_that_are_named() {
    assertThat(policy(Map.of("shipping", "flat 4.95; free-above 50; DE 2.95")).shipping())
        .contains(
            new ShippingRule(
                Money.of("4.95", "USD"),
                Optional.of(Money.of("50", "USD")),
                Map.of("DE", Money.of("2.95", "USD"))));
    assertThat(policy(Map.of("shipping", "de 300", "default-currency", "JPY")).shipping())
        .contains(
            new ShippingRule(
                Money.of("0", "JPY"), Optional.empty(), Map.of("DE", Money.of("300", "JPY"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "tax | DE | 'de' must be 2 words",
        "tax | DE 19; DE 7 | 'de' is there twice",
        "tax | DE 101 | 101 is no tax rate: 0 to 100, with at most 4 decimals",
        "tax | DE 1.23456 | 1.23456 is no tax rate: 0 to 100, with at most 4 decimals",
        "tax | * -1 | '-1' must be a decimal number, such as 12.5",
        "tax | XX 19 | country must be an ISO 3166-1 code of two letters, such as DE",
        "tax | level ITEM | level 'item' is none of LINE, TOTAL",
        "tax | rounding UP | rounding 'up' is none of HALF_UP, HALF_EVEN",
        "shipping | flat 4.955 | USD amounts have at most 2 decimals",
        "shipping | flat x | 'x' must be a decimal number, such as 12.5",
        "shipping | free-over 5 | country must be an ISO 3166-1 code of two letters, such as DE",
        "shipping | flat 1; flat 2 | 'flat' is there twice"
      })
  void what_is_wrong_is_named(String option, String value, String problem) {
    assertThatThrownBy(() -> policy(Map.of(option, value)))
        .isInstanceOf(Settings.Invalid.class)
        .hasMessage(
            "--%s (TRADEPOST_%s): %s".formatted(option, option.toUpperCase(Locale.ROOT), problem));
  }

  @Test
  void all_that_is_wrong_is_told_at_once() {
    assertThatThrownBy(() -> policy(Map.of("tax", "DE", "shipping", "flat", "port", "x")))
        .isInstanceOf(Settings.Invalid.class)
        .hasMessageContaining("--tax")
        .hasMessageContaining("--shipping")
        .hasMessageContaining("--port");
  }
}
