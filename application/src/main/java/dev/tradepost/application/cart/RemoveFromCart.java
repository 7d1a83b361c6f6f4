package dev.tradepost.application.cart;

import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.cart.Cart;
import dev.tradepost.domain.shared.ProductId;
import java.util.OptionalLong;

/** Takes a product out of the caller's cart. */
public record RemoveFromCart(ProductId product, OptionalLong expectedVersion)
    implements UseCase<Cart> {

  @Override
  public Cart run(UnitOfWork work) {
    return Carts.change(work, expectedVersion, cart -> cart.remove(product, work.stamp()));
  }
}
