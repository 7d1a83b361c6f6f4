package dev.tradepost.bootstrap;

import dev.tradepost.domain.order.ShippingRule;
import dev.tradepost.domain.order.TaxRule;
import dev.tradepost.domain.order.TaxTable;
import dev.tradepost.domain.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Reads taxes and shipping out of their settings: entries of two words, parted by semicolons. */
final class PricingSettings {

  private PricingSettings() {}

  /** {@code DE 19; US-CA 7.25; * 0; level LINE; rounding HALF_UP}, each at most once. */
  static TaxTable taxes(String text) {
    Map<String, String> words = words(text);
    TaxRule.Level level = level(words.remove("level"));
    RoundingMode rounding = rounding(words.remove("rounding"));
    String otherwise = words.remove("*");
    Map<String, BigDecimal> rates = new HashMap<>();
    words.forEach((place, rate) -> rates.put(place(place), WalletSettings.decimal(rate)));
    return new TaxTable(
        rates,
        otherwise == null ? BigDecimal.ZERO : WalletSettings.decimal(otherwise),
        level,
        rounding);
  }

  private static TaxRule.Level level(String word) {
    return switch (word == null ? "line" : word) {
      case "line" -> TaxRule.Level.LINE;
      case "total" -> TaxRule.Level.TOTAL;
      default -> throw new IllegalArgumentException("level '" + word + "' is none of LINE, TOTAL");
    };
  }

  private static RoundingMode rounding(String word) {
    return switch (word == null ? "half_up" : word) {
      case "half_up" -> RoundingMode.HALF_UP;
      case "half_even" -> RoundingMode.HALF_EVEN;
      default ->
          throw new IllegalArgumentException(
              "rounding '" + word + "' is none of HALF_UP, HALF_EVEN");
    };
  }

  /**
   * {@code flat 4.95; free-above 50; DE 2.95}, each at most once; nothing where nothing is said.
   */
  static Optional<ShippingRule> shipping(String text, Currency currency) {
    Map<String, String> words = words(text);
    if (words.isEmpty()) {
      return Optional.empty();
    }
    Money flat = WalletSettings.amount(words.getOrDefault("flat", "0"), currency);
    Optional<Money> freeAbove =
        Optional.ofNullable(words.get("free-above"))
            .map(amount -> WalletSettings.amount(amount, currency));
    words.keySet().removeAll(List.of("flat", "free-above"));
    Map<String, Money> byCountry = new HashMap<>();
    words.forEach(
        (country, price) -> byCountry.put(place(country), WalletSettings.amount(price, currency)));
    return Optional.of(new ShippingRule(flat, freeAbove, byCountry));
  }

  private static Map<String, String> words(String text) {
    Map<String, String> words = new HashMap<>();
    WalletSettings.entries(text, 2).forEach(it -> WalletSettings.putOnce(words, it[0], it[1]));
    return words;
  }

  private static String place(String word) {
    return word.toUpperCase(Locale.ROOT);
  }
}
