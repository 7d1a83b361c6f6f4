package dev.tradepost.persistence.fulfilment;

import dev.tradepost.domain.fulfilment.Return;
import dev.tradepost.domain.fulfilment.ReturnStatus;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.ReturnId;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.persistence.shared.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads returns with their items. */
final class ReturnRows {

  private ReturnRows() {}

  static List<Return> read(Handle handle, String column, List<UUID> keys, boolean lock) {
    String sql = "SELECT * FROM returns WHERE " + column + " = ANY (:keys) ORDER BY id";
    // The heads are locked before their items are read.
    List<Return> heads =
        handle
            .createQuery(lock ? sql + " FOR UPDATE" : sql)
            .bindArray("keys", UUID.class, keys)
            .map((row, context) -> head(row))
            .list();
    if (heads.isEmpty()) {
      return heads;
    }
    Map<UUID, List<Return.Item>> items = new HashMap<>();
    handle
        .createQuery(
            "SELECT * FROM return_items WHERE return_id = ANY (:ids) ORDER BY return_id, line")
        .bindArray("ids", UUID.class, heads.stream().map(it -> it.id().value()).toList())
        .map(
            (row, context) ->
                items
                    .computeIfAbsent(Columns.uuid(row, "return_id"), id -> new ArrayList<>())
                    .add(item(row)))
        .list();
    return heads.stream().map(it -> withItems(it, items.get(it.id().value()))).toList();
  }

  private static Return head(ResultSet row) throws SQLException {
    Optional<Money> refunded =
        row.getString("currency") == null
            ? Optional.empty()
            : Optional.of(Columns.money(row, "refunded_minor", Columns.currency(row)));
    return new Return(
        new ReturnId(Columns.uuid(row, "id")),
        new OrderId(Columns.uuid(row, "order_id")),
        new UserId(row.getString("user_id")),
        List.of(),
        row.getString("reason"),
        ReturnStatus.valueOf(row.getString("status")),
        refunded,
        Columns.instant(row, "created_at"),
        Columns.instant(row, "updated_at"),
        row.getLong("version"));
  }

  private static Return.Item item(ResultSet row) throws SQLException {
    return new Return.Item(
        new ProductId(row.getString("product_id")),
        row.getInt("quantity"),
        Optional.ofNullable(row.getObject("received", Integer.class)),
        row.getInt("restocked"));
  }

  private static Return withItems(Return head, List<Return.Item> items) {
    return new Return(
        head.id(),
        head.orderId(),
        head.userId(),
        items,
        head.reason(),
        head.status(),
        head.refunded(),
        head.createdAt(),
        head.updatedAt(),
        head.version());
  }
}
