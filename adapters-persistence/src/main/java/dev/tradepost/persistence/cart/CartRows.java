package dev.tradepost.persistence.cart;

import dev.tradepost.domain.cart.Cart;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.persistence.shared.Columns;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** Reads carts with their items. */
final class CartRows {

  private CartRows() {}

  static List<Cart> fetch(Handle handle, Collection<UserId> ids, boolean lock) {
    List<String> users = ids.stream().map(UserId::value).toList();
    String sql = "SELECT * FROM carts WHERE user_id = ANY (:users) ORDER BY user_id";
    List<Cart> heads =
        handle
            .createQuery(lock ? sql + " FOR UPDATE" : sql)
            .bindArray("users", String.class, users)
            .map(
                (row, context) ->
                    new Cart(
                        new UserId(row.getString("user_id")),
                        Map.of(),
                        Columns.instant(row, "updated_at"),
                        row.getLong("version")))
            .list();
    Map<UserId, Map<ProductId, Integer>> items = new HashMap<>();
    handle
        .createQuery("SELECT * FROM cart_items WHERE user_id = ANY (:users) ORDER BY user_id, line")
        .bindArray("users", String.class, users)
        .map(
            (row, context) ->
                items
                    .computeIfAbsent(
                        new UserId(row.getString("user_id")), user -> new LinkedHashMap<>())
                    .put(new ProductId(row.getString("product_id")), row.getInt("quantity")))
        .list();
    return heads.stream()
        .map(
            head ->
                new Cart(
                    head.userId(),
                    items.getOrDefault(head.userId(), Map.of()),
                    head.updatedAt(),
                    head.version()))
        .toList();
  }
}
