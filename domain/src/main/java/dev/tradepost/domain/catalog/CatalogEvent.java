package dev.tradepost.domain.catalog;

import dev.tradepost.domain.shared.DomainEvent;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.ProductId;

/** What happens to products. */
public sealed interface CatalogEvent extends DomainEvent {

  /** A product was put into the catalogue. */
  record ProductListed(ProductId productId, String name, Money price) implements CatalogEvent {
    @Override
    public String type() {
      return "product.listed";
    }
  }

  /** A product's name, price or SKU changed; orders placed before keep what they locked. */
  record ProductAmended(ProductId productId, String name, Money price) implements CatalogEvent {
    @Override
    public String type() {
      return "product.amended";
    }
  }
}
