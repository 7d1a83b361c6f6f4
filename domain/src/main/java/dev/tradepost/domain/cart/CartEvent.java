package dev.tradepost.domain.cart;

import dev.tradepost.domain.shared.DomainEvent;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.UserId;
import java.util.Map;

/** What happens to a cart. */
public sealed interface CartEvent extends DomainEvent {

  /** The quantity of a product in the cart is now this; 0 when it was removed. */
  record ItemSet(UserId userId, ProductId productId, int quantity) implements CartEvent {
    @Override
    public String type() {
      return "cart.item_set";
    }
  }

  /** These quantities went from the cart into an order. */
  record CheckedOut(UserId userId, Map<ProductId, Integer> items) implements CartEvent {
    public CheckedOut {
      items = Map.copyOf(items);
    }

    @Override
    public String type() {
      return "cart.checked_out";
    }
  }
}
