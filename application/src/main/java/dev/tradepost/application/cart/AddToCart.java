package dev.tradepost.application.cart;

import dev.tradepost.application.Actor;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.catalog.ProductViews;
import dev.tradepost.application.port.Prefetch;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.cart.Cart;
import dev.tradepost.domain.shared.ProductId;
import java.util.OptionalLong;

/** Adds pieces of a product to the caller's cart, if there is enough of it; reserves nothing. */
public record AddToCart(ProductId product, int quantity, OptionalLong expectedVersion)
    implements UseCase<Cart> {

  @Override
  public void prefetch(Actor actor, Prefetch rows) {
    rows.cart(actor.userId());
  }

  @Override
  public Cart run(UnitOfWork work) {
    if (work.products().read(product).isEmpty()) {
      throw ProductViews.unknown(product, "productId");
    }
    return Carts.change(
        work,
        expectedVersion,
        cart -> cart.add(product, quantity, work.stock().readAvailable(product), work.stamp()));
  }
}
