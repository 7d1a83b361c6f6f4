package dev.tradepost.persistence.cart;

import dev.tradepost.application.cart.CartView;
import dev.tradepost.application.cart.CartViews;
import dev.tradepost.application.inventory.InventoryItem;
import dev.tradepost.application.inventory.InventoryViews;
import dev.tradepost.domain.cart.Cart;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.persistence.shared.Reads;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads carts with today's names, prices and stock. */
public final class JdbiCartViews implements CartViews {
  private final Reads reads;
  private final InventoryViews inventory;

  public JdbiCartViews(Reads reads, InventoryViews inventory) {
    this.reads = reads;
    this.inventory = inventory;
  }

  @Override
  public CartView of(UserId user) {
    Cart cart =
        reads.with(handle -> CartRows.fetch(handle, List.of(user), false)).stream()
            .findFirst()
            .orElseGet(() -> Cart.empty(user, Instant.EPOCH));
    Map<ProductId, InventoryItem> items = inventory.findAll(cart.items().keySet());
    List<CartView.Line> lines = new ArrayList<>();
    cart.items().forEach((id, quantity) -> lines.add(CartView.Line.of(items.get(id), quantity)));
    return CartView.of(cart, lines);
  }
}
