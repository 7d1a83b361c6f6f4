package dev.tradepost.application;

import dev.tradepost.domain.order.ShippingRule;
import dev.tradepost.domain.order.TaxTable;
import java.util.Optional;

/**
 * What the shop adds to the prices of goods.
 *
 * @param shipping empty where sending costs nothing; its amounts are converted at the shop's rates
 *     for orders of another currency, rounded up
 */
public record PricingPolicy(TaxTable taxes, Optional<ShippingRule> shipping) {

  /** Nothing. */
  public static PricingPolicy standard() {
    return new PricingPolicy(TaxTable.NONE, Optional.empty());
  }
}
