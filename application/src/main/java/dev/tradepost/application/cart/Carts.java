package dev.tradepost.application.cart;

import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.cart.Cart;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.UserId;
import java.util.OptionalLong;
import java.util.function.Function;

/** What all commands on the caller's cart do alike. */
final class Carts {

  private Carts() {}

  static Cart get(UnitOfWork work, OptionalLong expectedVersion) {
    UserId user = work.actor().userId();
    Cart cart = work.carts().get(user).orElseGet(() -> Cart.empty(user, work.now()));
    cart.requireVersion(expectedVersion);
    return cart;
  }

  static Cart change(
      UnitOfWork work, OptionalLong expectedVersion, Function<Cart, Change<Cart>> verb) {
    Change<Cart> changed = verb.apply(get(work, expectedVersion));
    work.carts().save(changed);
    return changed.state();
  }
}
