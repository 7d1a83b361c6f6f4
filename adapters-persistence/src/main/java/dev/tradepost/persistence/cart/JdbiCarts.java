package dev.tradepost.persistence.cart;

import static dev.tradepost.persistence.shared.Columns.timestamp;

import dev.tradepost.application.port.EventSink;
import dev.tradepost.domain.cart.Cart;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.persistence.shared.Batch;
import dev.tradepost.persistence.shared.JdbiStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Carts; the items of a changed cart are written anew. */
public final class JdbiCarts extends JdbiStore<UserId, Cart> {

  public JdbiCarts(Handle handle, EventSink events) {
    super(handle, events);
  }

  @Override
  protected UserId idOf(Cart cart) {
    return cart.userId();
  }

  @Override
  protected Collection<Cart> fetch(Collection<UserId> ids, boolean lock) {
    return CartRows.fetch(handle(), ids, lock);
  }

  @Override
  public void flush() {
    insertNew(
        "INSERT INTO carts (user_id, updated_at, version) VALUES (:user, :updated, :version)",
        JdbiCarts::bind);
    updateOld(
        """
        UPDATE carts SET updated_at = :updated, version = :version
        WHERE user_id = :user AND version = :before""",
        JdbiCarts::bind);
    List<Cart> carts = staged().stream().map(Staged::state).toList();
    batch(
        "DELETE FROM cart_items WHERE user_id = :user",
        carts,
        (batch, cart) -> batch.bind("user", cart.userId().value()));
    List<Item> items = new ArrayList<>();
    carts.forEach(
        cart ->
            cart.items()
                .forEach(
                    (product, quantity) ->
                        items.add(
                            new Item(
                                cart.userId().value(), items.size(), product.value(), quantity))));
    batch(
        """
        INSERT INTO cart_items (user_id, line, product_id, quantity)
        VALUES (:user, :line, :product, :quantity)""",
        items,
        (batch, item) ->
            batch
                .bind("user", item.user)
                .bind("line", item.line)
                .bind("product", item.product)
                .bind("quantity", item.quantity));
  }

  private static void bind(Batch batch, Cart cart) {
    batch
        .bind("user", cart.userId().value())
        .bind("updated", timestamp(cart.updatedAt()))
        .bind("version", cart.version());
  }

  private record Item(String user, int line, String product, int quantity) {}
}
