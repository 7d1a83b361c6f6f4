package dev.tradepost.domain.order;

import dev.tradepost.domain.shared.Money;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What it costs to send an order. It is not taxed.
 *
 * @param flat the price to all countries without one of their own, and where nobody said where to
 * @param freeAbove items that cost more than this after the discount are sent for nothing; empty
 *     for never
 * @param byCountry prices by ISO 3166-1 codes of two letters
 */
public record ShippingRule(Money flat, Optional<Money> freeAbove, Map<String, Money> byCountry) {

  public ShippingRule {
    byCountry = Map.copyOf(byCountry);
    byCountry.keySet().forEach(Address::requireCountry);
    requireSound(flat);
    byCountry.values().forEach(ShippingRule::requireSound);
    freeAbove.ifPresent(ShippingRule::requireSound);
  }

  private static void requireSound(Money amount) {
    if (amount.isNegative()) {
      throw new IllegalArgumentException("shipping costs 0 or more, not " + amount);
    }
  }

  /** The same with every amount in another currency. */
  public ShippingRule in(UnaryOperator<Money> exchange) {
    Map<String, Money> prices = new TreeMap<>();
    byCountry.forEach((country, price) -> prices.put(country, exchange.apply(price)));
    return new ShippingRule(exchange.apply(flat), freeAbove.map(exchange), prices);
  }

  /** What it costs to send goods of this value there. */
  public Money of(Money goods, Optional<Address> address) {
    if (freeAbove.filter(limit -> goods.compareTo(limit) > 0).isPresent()) {
      return Money.zero(goods.currency());
    }
    return address.map(Address::country).map(byCountry::get).orElse(flat);
  }
}
