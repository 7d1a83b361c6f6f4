package dev.tradepost.domain.inventory;

import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.Text;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where an order goes, as far as that decides which warehouse is near: not an address, and it may
 * be unknown. A region is told apart only within its country.
 *
 * @param country ISO 3166 alpha-2, in capitals
 * @param region free text, at most 100 characters; compared without regard to case and to spaces
 *     around it
 */
public record Destination(Optional<String> country, Optional<String> region) {
  /** Nobody said: no warehouse is nearer than another. */
  public static final Destination UNKNOWN = new Destination(Optional.empty(), Optional.empty());

  private static final Pattern COUNTRY = Pattern.compile("[A-Z]{2}");

  public Destination {
    requirePlace(country, region);
  }

  static void requirePlace(Optional<String> country, Optional<String> region) {
    if (country.filter(code -> !COUNTRY.matcher(code).matches()).isPresent()) {
      throw new Rejection(
              SharedReason.UNREADABLE_TEXT,
              "country is an ISO 3166 code of two letters, such as DE")
          .at("country");
    }
    region.ifPresent(name -> Text.require("region", name, 100));
  }

  Nearness to(Site site) {
    if (country.isEmpty() || !country.equals(site.country())) {
      return Nearness.ELSEWHERE;
    }
    return region.isPresent() && site.region().filter(this::isSameRegion).isPresent()
        ? Nearness.SAME_REGION
        : Nearness.SAME_COUNTRY;
  }

  private boolean isSameRegion(String name) {
    return name.strip().equalsIgnoreCase(region.orElseThrow().strip());
  }
}
