package dev.tradepost.domain.fulfilment;

import dev.tradepost.domain.shared.Text;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Who carries what the warehouses send, by the country it goes to.
 *
 * @param byCountry carriers by ISO 3166-1 codes of two letters
 * @param otherwise the carrier for all other countries
 */
public record Carriers(Map<String, String> byCountry, String otherwise) {
  private static final String ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";
  private static final int RANDOM_CHARACTERS = 8;

  public Carriers {
    byCountry = Map.copyOf(byCountry);
    byCountry.values().forEach(carrier -> Text.require("carrier", carrier, 64));
    Text.require("carrier", otherwise, 64);
  }

  /** One for everywhere. */
  public static Carriers standard() {
    return new Carriers(Map.of(), "Standard");
  }

  /** The carrier to this country; to nowhere known the usual one. */
  public String to(Optional<String> country) {
    return country.map(byCountry::get).orElse(otherwise);
  }

  /** A tracking number, {@code TRK-<time36>-<random>}, for a carrier that has given none. */
  public static String trackingNumber(Instant now, RandomGenerator chance) {
    StringBuilder random = new StringBuilder(RANDOM_CHARACTERS);
    for (int i = 0; i < RANDOM_CHARACTERS; i++) {
      random.append(ALPHABET.charAt(chance.nextInt(ALPHABET.length())));
    }
    String time = Long.toString(now.toEpochMilli(), 36).toUpperCase(Locale.ROOT);
    return "TRK-" + time + "-" + random;
  }
}
