package dev.tradepost.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.wallet.ExchangeRates;
import dev.tradepost.domain.wallet.FraudRule;
import dev.tradepost.domain.wallet.FraudRule.Verdict;
import dev.tradepost.domain.wallet.Limits;
import dev.tradepost.domain.wallet.WalletPolicy;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shop's rules for wallets as they are configured: right ones count, wrong ones are named. */
class WalletSettingsTest {
  @TempDir Path data;

  private WalletPolicy policy(Map<String, String> options, Map<String, String> environment) {
    Map<String, String> all = new HashMap<>(options);
    all.put("data", data.toString());
    return Settings.of(new SettingSource(all, environment), true).shop().wallets();
  }

  private WalletPolicy policy(String option, String value) {
    return policy(Map.of(option, value), Map.of());
  }

  private static Optional<Money> dollars(String amount) {
    return Optional.of(Money.of(amount, "USD"));
  }

  @Test
  void where_nothing_is_said_nothing_is_limited_nor_asked() {
    WalletPolicy unsaid = policy(Map.of(), Map.of());
    assertThat(unsaid)
        .usingRecursiveComparison()
        .ignoringFields("zone")
        .isEqualTo(WalletPolicy.standard());
    assertThat(unsaid.zone()).isEqualTo(ZoneId.of("UTC"));
    WalletPolicy blank =
        policy(
            Map.of(
                "wallet-limits", " ; ",
                "approval-above", " ",
                "fraud-rules", ";",
                "exchange-rates", ""),
            Map.of());
    assertThat(blank).isEqualTo(unsaid);
  }

  @Test // S3-65, S3-69
  void limits_are_in_the_default_currency() {
    assertThat(policy("wallet-limits", "per-transaction 5000; daily 10000.50; monthly 50000"))
        .extracting(WalletPolicy::limits)
        .isEqualTo(new Limits(dollars("5000"), dollars("10000.5"), dollars("50000")));
    assertThat(policy("wallet-limits", " DAILY = 7 ;").limits())
        .isEqualTo(new Limits(Optional.empty(), dollars("7"), Optional.empty()));
    WalletPolicy yen =
        policy(Map.of("wallet-limits", "monthly 0", "default-currency", "JPY"), Map.of());
    assertThat(yen.limits().monthly()).contains(Money.of("0", "JPY"));
  }

  @Test // S3-69
  void days_begin_in_the_zone_of_the_shop() {
    assertThat(policy("wallet-zone", "Europe/Berlin").zone()).isEqualTo(ZoneId.of("Europe/Berlin"));
    assertThat(policy("wallet-zone", "+05:30").zone()).isEqualTo(ZoneOffset.ofHoursMinutes(5, 30));
    assertThat(policy("wallet-zone", "UTC").zone().normalized()).isEqualTo(ZoneOffset.UTC);
  }

  @Test // S3-70
  void transfers_above_an_amount_wait() {
    WalletPolicy policy = policy("approval-above", "999.99");
    assertThat(policy.approvalAbove()).isEqualTo(dollars("999.99"));
    assertThat(policy.needsApproval(Money.of("999.99", "USD"))).isFalse();
    assertThat(policy.needsApproval(Money.of("1000", "USD"))).isTrue();
    assertThat(policy.needsApproval(Money.of("905.01", "EUR"))).isTrue();
    assertThat(policy("approval-above", "0").needsApproval(Money.of("0.01", "USD"))).isTrue();
  }

  @Test // S3-67
  void rules_against_fraud_are_read_in_their_order() {
    assertThat(
            policy("fraud-rules", "velocity 30 review; unusual 20 Review ; new-payee 500.5 block")
                .fraudRules())
        .containsExactly(
            new FraudRule.Velocity(30, Verdict.REVIEW),
            new FraudRule.Unusual(20, Verdict.REVIEW),
            new FraudRule.NewPayee(Money.of("500.5", "USD"), Verdict.BLOCK));
  }

  @Test // S3-74
  void exchange_rates_replace_the_sample_table() {
    assertThat(policy("exchange-rates", "usd 1; EUR=1.25; JPY 0.0067").rates())
        .isEqualTo(
            new ExchangeRates(
                Map.of(
                    "USD", new BigDecimal("1"),
                    "EUR", new BigDecimal("1.25"),
                    "JPY", new BigDecimal("0.0067"))));
    Money bought =
        policy("exchange-rates", "USD 1; EUR 1.25")
            .rates()
            .sold(Money.of("10", "EUR"), Currency.getInstance("USD"));
    assertThat(bought).isEqualTo(Money.of("12.50", "USD"));
  }

  @Test
  void the_environment_says_the_same() {
    WalletPolicy policy =
        policy(
            Map.of("approval-above", "5"),
            Map.of(
                "TRADEPOST_APPROVAL_ABOVE", "1",
                "TRADEPOST_WALLET_LIMITS", "daily 3",
                "TRADEPOST_WALLET_ZONE", "Asia/Kolkata",
                "TRADEPOST_FRAUD_RULES", "velocity 1 block",
                "TRADEPOST_EXCHANGE_RATES", "USD 1; INR 0.0125"));
    assertThat(policy.approvalAbove()).isEqualTo(dollars("5"));
    assertThat(policy.limits().daily()).isEqualTo(dollars("3"));
    assertThat(policy.zone()).isEqualTo(ZoneId.of("Asia/Kolkata"));
    assertThat(policy.fraudRules()).containsExactly(new FraudRule.Velocity(1, Verdict.BLOCK));
    assertThat(policy.rates().worth()).containsOnlyKeys("USD", "INR");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "wallet-limits | weekly 5 | 'weekly' is none of per-transaction, daily, monthly",
        "wallet-limits | daily | 'daily' must be 2 words",
        "wallet-limits | daily 5 6 | 'daily 5 6' must be 2 words",
        "wallet-limits | daily x | 'x' must be a decimal number, such as 12.5",
        "wallet-limits | daily -5 | '-5' must be a decimal number, such as 12.5",
        "wallet-limits | daily 1e9 | '1e9' must be a decimal number, such as 12.5",
        "wallet-limits | daily 0.001 | USD amounts have at most 2 decimals",
        "wallet-limits | daily 5; daily 6 | 'daily' is there twice",
        "wallet-zone | Middle/Earth | must be a time zone, such as Europe/Berlin",
        "wallet-zone | `` | must be a time zone, such as Europe/Berlin",
        "approval-above | much | 'much' must be a decimal number, such as 12.5",
        "approval-above | -1 | '-1' must be a decimal number, such as 12.5",
        "approval-above | 1.005 | USD amounts have at most 2 decimals",
        "approval-above | 1 EUR | '1 EUR' must be a decimal number, such as 12.5",
      })
  void a_wrong_limit_zone_or_threshold_is_named_with_the_fix(
      String option, String value, String fix) {
    requireNamed(option, value, fix);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "fraud-rules | velocity 30 | 'velocity 30' must be 3 words",
        "fraud-rules | velocity 30 deny | 'deny' is none of review, block",
        "fraud-rules | velocity 0 block | '0' must be a whole number above 0",
        "fraud-rules | velocity 1.5 block | '1.5' must be a whole number above 0",
        "fraud-rules | unusual -2 block | '-2' must be a whole number above 0",
        "fraud-rules | new-payee lots block | 'lots' must be a decimal number, such as 12.5",
        "fraud-rules | gut-feeling 1 block | 'gut-feeling' is none of velocity, unusual, new-payee",
        "exchange-rates | EUR | 'eur' must be 2 words",
        "exchange-rates | QQQ 1 | 'QQQ' is no ISO 4217 currency code, try USD",
        "exchange-rates | USD 1; EUR 0 | the rate of EUR must be above 0",
        "exchange-rates | USD 1; EUR -1 | '-1' must be a decimal number, such as 12.5",
        "exchange-rates | USD 1; EUR 1,1 | '1,1' must be a decimal number, such as 12.5",
        "exchange-rates | USD 1; usd 2 | 'USD' is there twice",
      })
  void a_wrong_rule_or_rate_is_named_with_the_fix(String option, String value, String fix) {
    requireNamed(option, value, fix);
  }

  private void requireNamed(String option, String value, String fix) {
    Setting setting = Setting.valueOf(option.toUpperCase(Locale.ROOT).replace('-', '_'));
    assertThatThrownBy(() -> policy(option, value))
        .isInstanceOf(Settings.Invalid.class)
        .hasMessageStartingWith("--" + option + " (" + setting.variable() + "): ")
        .hasMessageContaining(fix)
        .message()
        .satisfies(message -> assertThat(message.lines()).hasSize(1));
  }

  @Test
  void everything_wrong_is_told_at_once() {
    Map<String, String> wrong =
        Map.of(
            "wallet-limits", "x",
            "wallet-zone", "x",
            "approval-above", "x",
            "fraud-rules", "x",
            "exchange-rates", "x");
    assertThatThrownBy(() -> policy(wrong, Map.of()))
        .message()
        .satisfies(message -> assertThat(message.lines()).hasSize(5));
  }
}
