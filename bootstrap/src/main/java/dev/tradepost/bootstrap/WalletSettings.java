package dev.tradepost.bootstrap;

import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.wallet.ExchangeRates;
import dev.tradepost.domain.wallet.FraudRule;
import dev.tradepost.domain.wallet.Limits;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Reads the rules of wallets out of their settings: entries of a few words, parted by semicolons.
 */
final class WalletSettings {

  private WalletSettings() {}

  /** {@code per-transaction 5000; daily 10000; monthly 50000}, each at most once. */
  static Limits limits(String text, Currency currency) {
    Map<String, Money> limits = new LinkedHashMap<>();
    for (String[] words : entries(text, 2)) {
      if (!Set.of("per-transaction", "daily", "monthly").contains(words[0])) {
        throw new IllegalArgumentException(
            "'" + words[0] + "' is none of per-transaction, daily, monthly");
      }
      putOnce(limits, words[0], amount(words[1], currency));
    }
    return new Limits(
        Optional.ofNullable(limits.get("per-transaction")),
        Optional.ofNullable(limits.get("daily")),
        Optional.ofNullable(limits.get("monthly")));
  }

  /** {@code velocity 30 review; unusual 20 review; new-payee 500 block}. */
  static List<FraudRule> rules(String text, Currency currency) {
    return entries(text, 3).stream().map(words -> rule(words, currency)).toList();
  }

  private static FraudRule rule(String[] words, Currency currency) {
    FraudRule.Verdict verdict =
        switch (words[2]) {
          case "review" -> FraudRule.Verdict.REVIEW;
          case "block" -> FraudRule.Verdict.BLOCK;
          default ->
              throw new IllegalArgumentException("'" + words[2] + "' is none of review, block");
        };
    return switch (words[0]) {
      case "velocity" -> new FraudRule.Velocity(count(words[1]), verdict);
      case "unusual" -> new FraudRule.Unusual(count(words[1]), verdict);
      case "new-payee" -> new FraudRule.NewPayee(amount(words[1], currency), verdict);
      default ->
          throw new IllegalArgumentException(
              "'" + words[0] + "' is none of velocity, unusual, new-payee");
    };
  }

  /** {@code USD 1; EUR 1.105}, each at most once; the sample table where nothing is said. */
  static ExchangeRates rates(String text) {
    if (text.isBlank()) {
      return ExchangeRates.sample();
    }
    Map<String, BigDecimal> worth = new LinkedHashMap<>();
    entries(text, 2)
        .forEach(words -> putOnce(worth, words[0].toUpperCase(Locale.ROOT), decimal(words[1])));
    return new ExchangeRates(worth);
  }

  static <K, T> void putOnce(Map<K, T> all, K name, T value) {
    if (all.put(name, value) != null) {
      throw new IllegalArgumentException("'" + name + "' is there twice");
    }
  }

  static Money amount(String text, Currency currency) {
    return Money.of(decimal(text), currency);
  }

  /** The words of each entry, in small letters. */
  static List<String[]> entries(String text, int length) {
    return Stream.of(text.split(";"))
        .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
        .filter(entry -> !entry.isEmpty())
        .map(entry -> words(entry, length))
        .toList();
  }

  private static String[] words(String entry, int length) {
    String[] words = entry.split("[ =]+");
    if (words.length != length) {
      throw new IllegalArgumentException("'" + entry + "' must be " + length + " words");
    }
    return words;
  }

  private static int count(String text) {
    if (!text.matches("[1-9]\\d{0,8}")) {
      throw new IllegalArgumentException("'" + text + "' must be a whole number above 0");
    }
    return Integer.parseInt(text);
  }

  static BigDecimal decimal(String text) {
    if (!text.matches("\\d{1,15}(\\.\\d{1,12})?")) {
      throw new IllegalArgumentException("'" + text + "' must be a decimal number, such as 12.5");
    }
    return new BigDecimal(text);
  }
}
