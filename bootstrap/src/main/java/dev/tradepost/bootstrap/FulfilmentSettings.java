package dev.tradepost.bootstrap;

import dev.tradepost.domain.fulfilment.Carriers;
import dev.tradepost.domain.inventory.AllocationPolicy;
import dev.tradepost.domain.inventory.Site;
import dev.tradepost.domain.shared.WarehouseId;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads how the shop reserves and sends out of its settings: entries of a few words, parted by
 * semicolons.
 */
final class FulfilmentSettings {
  /** What stands for everything that is not named. */
  private static final String OTHERS = "*";

  private FulfilmentSettings() {}

  /** {@code PT15M; fulfilment PT30M}: for all lifecycles under {@code *}, and for single ones. */
  static Map<String, Duration> lasts(String text) {
    Map<String, Duration> lasts = new LinkedHashMap<>();
    for (String entry : entries(text)) {
      String[] words = entry.split(" +");
      if (words.length > 2) {
        throw new IllegalArgumentException(
            "'" + entry + "' must be a duration, or a lifecycle and a duration");
      }
      String name = words.length == 1 ? OTHERS : words[0];
      WalletSettings.putOnce(lasts, name, duration(words[words.length - 1]));
    }
    return lasts;
  }

  /** {@code PT15M}: an ISO 8601 duration above zero. */
  static Duration duration(String text) {
    try {
      Duration duration = Duration.parse(text);
      if (duration.compareTo(Duration.ZERO) > 0) {
        return duration;
      }
    } catch (DateTimeParseException e) {
      // Refused below, as a duration of nothing is.
    }
    throw new IllegalArgumentException(
        "must be an ISO 8601 duration above zero, such as PT30M, not '" + text + "'");
  }

  /** {@code fewest-shipments}, {@code priority} or {@code nearest}. */
  static AllocationPolicy.Strategy strategy(String text) {
    return Arrays.stream(AllocationPolicy.Strategy.values())
        .filter(it -> named(it).equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "'"
                        + text
                        + "' is none of "
                        + Arrays.stream(AllocationPolicy.Strategy.values())
                            .map(FulfilmentSettings::named)
                            .toList()));
  }

  private static String named(AllocationPolicy.Strategy strategy) {
    return strategy.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** {@code main 1 US CA; east 2 DE}: warehouse, priority, country, region. */
  static Map<WarehouseId, Site> sites(String text) {
    Map<WarehouseId, Site> sites = new LinkedHashMap<>();
    for (String entry : entries(text)) {
      String[] words = entry.split(" +", 4);
      if (words.length < 2 || !words[1].matches("\\d{1,6}")) {
        throw new IllegalArgumentException(
            "'" + entry + "' must be a warehouse, its priority, and its country and region if any");
      }
      WalletSettings.putOnce(
          sites,
          new WarehouseId(words[0]),
          new Site(
              Integer.parseInt(words[1]),
              Optional.of(words).filter(it -> it.length > 2).map(it -> it[2]),
              Optional.of(words).filter(it -> it.length > 3).map(it -> it[3])));
    }
    return sites;
  }

  /** {@code IN Blue Dart; US UPS; * DHL}: carriers by country, and one for all others. */
  static Carriers carriers(String text) {
    Map<String, String> carriers = new LinkedHashMap<>();
    for (String entry : entries(text)) {
      String[] words = entry.split(" +", 2);
      if (words.length < 2 || !words[0].matches("[A-Z]{2}|\\*")) {
        throw new IllegalArgumentException(
            "'" + entry + "' must be a country such as DE, or *, and a carrier");
      }
      WalletSettings.putOnce(carriers, words[0], words[1]);
    }
    String others = carriers.remove(OTHERS);
    return new Carriers(carriers, others == null ? Carriers.standard().otherwise() : others);
  }

  private static List<String> entries(String text) {
    return Stream.of(text.split(";")).map(String::strip).filter(it -> !it.isEmpty()).toList();
  }
}
