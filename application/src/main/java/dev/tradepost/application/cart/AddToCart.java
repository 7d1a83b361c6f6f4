package dev.tradepost.application.cart;

import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.cart.Cart;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.SharedReason;
import java.util.OptionalLong;

/** Adds pieces of a product to the caller's cart, if there is enough of it; reserves nothing. */
public record AddToCart(ProductId product, int quantity, OptionalLong expectedVersion)
    implements UseCase<Cart> {

  @Override
  public Cart run(UnitOfWork work) {
    if (work.products().read(product).isEmpty()) {
      throw new Rejection(
              SharedReason.UNKNOWN_PRODUCT, "there is no product " + product + " in the catalogue")
          .at("productId");
    }
    return Carts.change(
        work,
        expectedVersion,
        cart -> cart.add(product, quantity, work.stock().readAvailable(product), work.stamp()));
  }
}
