package dev.tradepost.domain.order;

import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.Text;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Where goods or a bill go.
 *
 * @param name who is there, at most 200 characters
 * @param line1 street and number, at most 200 characters
 * @param region a state or province, at most 100 characters
 * @param postalCode at most 20 characters; some countries have none
 * @param country an ISO 3166-1 code of two letters
 */
public record Address(
    String name,
    String line1,
    Optional<String> line2,
    String city,
    Optional<String> region,
    Optional<String> postalCode,
    String country) {
  private static final Set<String> COUNTRIES = Set.copyOf(Arrays.asList(Locale.getISOCountries()));

  public Address {
    Text.require("name", name, 200);
    Text.require("line1", line1, 200);
    line2.ifPresent(text -> Text.require("line2", text, 200));
    Text.require("city", city, 100);
    region.ifPresent(text -> Text.require("region", text, 100));
    postalCode.ifPresent(text -> Text.require("postalCode", text, 20));
    requireCountry(country);
  }

  static void requireCountry(String country) {
    if (country == null || !COUNTRIES.contains(country)) {
      throw new Rejection(
              SharedReason.UNREADABLE_TEXT,
              "country must be an ISO 3166-1 code of two letters, such as DE")
          .at("country");
    }
  }
}
