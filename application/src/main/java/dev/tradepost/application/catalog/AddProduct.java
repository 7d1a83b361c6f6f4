package dev.tradepost.application.catalog;

import dev.tradepost.application.Role;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.catalog.CatalogReason;
import dev.tradepost.domain.catalog.Product;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Rejection;
import java.util.Optional;

/** Puts a product into the catalogue; without an id it gets a new one. */
public record AddProduct(Optional<ProductId> id, String name, Money price, Optional<String> sku)
    implements UseCase<Product> {

  @Override
  public Role requires() {
    return Role.STAFF;
  }

  @Override
  public Product run(UnitOfWork work) {
    ProductId product = id.orElseGet(() -> new ProductId(work.newId().toString()));
    if (work.products().get(product).isPresent()) {
      throw new Rejection(
              CatalogReason.PRODUCT_EXISTS, "product " + product + " is in the catalogue already")
          .at("id");
    }
    Change<Product> listed = Product.list(product, name, price, sku, work.stamp());
    work.products().save(listed);
    return listed.state();
  }
}
