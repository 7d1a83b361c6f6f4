package dev.tradepost.domain.catalog;

import dev.tradepost.domain.shared.Aggregate;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Stamp;
import dev.tradepost.domain.shared.Text;
import dev.tradepost.domain.shared.UserId;
import java.time.Instant;
import java.util.Optional;

/**
 * Something the shop sells, at a price per piece. Its stock is the inventory's matter.
 *
 * @param name at most 200 characters
 * @param price above zero
 * @param sku the shop's own stock-keeping unit, at most 64 characters
 */
public record Product(
    ProductId id,
    String name,
    Money price,
    Optional<String> sku,
    Instant createdAt,
    Instant updatedAt,
    long version)
    implements Aggregate {

  public Product {
    Text.require("name", name, 200);
    price.requirePositive();
    sku.ifPresent(text -> Text.require("sku", text, 64));
  }

  /** Puts a new product into the catalogue. */
  public static Change<Product> list(
      ProductId id, String name, Money price, Optional<String> sku, Stamp stamp) {
    return Change.of(
        new Product(id, name, price, sku, stamp.at(), stamp.at(), 1),
        new CatalogEvent.ProductListed(id, name, price));
  }

  /** Changes what is given and keeps the rest. */
  public Change<Product> amend(
      Optional<String> newName, Optional<Money> newPrice, Optional<String> newSku, Stamp stamp) {
    Product amended =
        new Product(
            id,
            newName.orElse(name),
            newPrice.orElse(price),
            newSku.or(() -> sku),
            createdAt,
            stamp.at(),
            version + 1);
    return Change.of(amended, new CatalogEvent.ProductAmended(id, amended.name, amended.price));
  }

  @Override
  public String aggregateId() {
    return id.value();
  }

  @Override
  public Optional<UserId> owner() {
    return Optional.empty();
  }
}
