package dev.tradepost.domain.order;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The shop's tax rates, by where the goods go.
 *
 * @param percentByPlace rates in percent by country ({@code DE}) or by country and region ({@code
 *     US-CA}), as addresses name them; the narrower place counts
 * @param otherwise the rate for all other places, and where nobody said where the goods go
 */
public record TaxTable(
    Map<String, BigDecimal> percentByPlace,
    BigDecimal otherwise,
    TaxRule.Level level,
    RoundingMode rounding) {

  /** No tax anywhere. */
  public static final TaxTable NONE =
      new TaxTable(Map.of(), BigDecimal.ZERO, TaxRule.Level.LINE, RoundingMode.HALF_UP);

  public TaxTable {
    Map<String, BigDecimal> places = new HashMap<>();
    percentByPlace.forEach((place, percent) -> places.put(known(place), percent));
    percentByPlace = Map.copyOf(places);
    percentByPlace.values().forEach(percent -> new TaxRule(percent, level, rounding));
    new TaxRule(otherwise, level, rounding);
  }

  private static String known(String place) {
    Address.requireCountry(place.split("-", 2)[0]);
    return place.toUpperCase(Locale.ROOT);
  }

  /** What an order to there is taxed by. */
  public TaxRule to(Optional<Address> address) {
    return new TaxRule(address.map(this::percent).orElse(otherwise), level, rounding);
  }

  private BigDecimal percent(Address address) {
    return address
        .region()
        .map(region -> address.country() + "-" + region.strip().toUpperCase(Locale.ROOT))
        .map(percentByPlace::get)
        .orElse(percentByPlace.getOrDefault(address.country(), otherwise));
  }
}
