package dev.tradepost.application.catalog;

import dev.tradepost.application.Role;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.catalog.Product;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.ProductId;
import java.util.Optional;
import java.util.OptionalLong;

/** Changes what is given of a product; orders placed before keep the price they locked. */
public record AmendProduct(
    ProductId id,
    Optional<String> name,
    Optional<Money> price,
    Optional<String> sku,
    OptionalLong expectedVersion)
    implements UseCase<Product> {

  @Override
  public Role requires() {
    return Role.STAFF;
  }

  @Override
  public Product run(UnitOfWork work) {
    Product product = work.products().get(id).orElseThrow(() -> ProductViews.notFound(id));
    product.requireVersion(expectedVersion);
    Change<Product> amended = product.amend(name, price, sku, work.stamp());
    work.products().save(amended);
    return amended.state();
  }
}
