package dev.tradepost.application.cart;

import dev.tradepost.application.Actor;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.Prefetch;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.cart.Cart;
import dev.tradepost.domain.shared.ProductId;
import java.util.OptionalLong;

/** Sets how many pieces of a product the caller's cart holds. */
public record SetCartQuantity(ProductId product, int quantity, OptionalLong expectedVersion)
    implements UseCase<Cart> {

  @Override
  public void prefetch(Actor actor, Prefetch rows) {
    rows.cart(actor.userId());
  }

  @Override
  public Cart run(UnitOfWork work) {
    return Carts.change(
        work,
        expectedVersion,
        cart -> cart.set(product, quantity, work.stock().readAvailable(product), work.stamp()));
  }
}
