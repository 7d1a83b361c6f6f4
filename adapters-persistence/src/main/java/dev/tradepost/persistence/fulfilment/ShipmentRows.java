package dev.tradepost.persistence.fulfilment;

import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.fulfilment.ShipmentStatus;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.ShipmentId;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WarehouseId;
import dev.tradepost.persistence.shared.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads shipments with their items. */
public final class ShipmentRows {

  private ShipmentRows() {}

  /** The shipments of these orders, by order, the first one first. */
  public static List<Shipment> ofOrders(Handle handle, Collection<OrderId> orders, boolean lock) {
    return read(handle, "order_id", orders.stream().map(OrderId::value).toList(), lock);
  }

  static List<Shipment> read(Handle handle, String column, List<UUID> keys, boolean lock) {
    if (keys.isEmpty()) {
      return List.of();
    }
    Map<UUID, List<Shipment.Item>> items = new HashMap<>();
    String sql = "SELECT * FROM shipments WHERE " + column + " = ANY (:keys) ORDER BY id";
    List<Shipment> heads =
        handle
            .createQuery(lock ? sql + " FOR UPDATE" : sql)
            .bindArray("keys", UUID.class, keys)
            .map((row, context) -> shipment(row, items))
            .list();
    if (heads.isEmpty()) {
      return heads;
    }
    handle
        .createQuery(
            "SELECT * FROM shipment_items WHERE shipment_id = ANY (:ids)"
                + " ORDER BY shipment_id, line")
        .bindArray("ids", UUID.class, heads.stream().map(it -> it.id().value()).toList())
        .map(
            (row, context) ->
                items
                    .get(Columns.uuid(row, "shipment_id"))
                    .add(
                        new Shipment.Item(
                            new ProductId(row.getString("product_id")), row.getInt("quantity"))))
        .list();
    return heads.stream().map(head -> withItems(head, items.get(head.id().value()))).toList();
  }

  private static Shipment shipment(ResultSet row, Map<UUID, List<Shipment.Item>> items)
      throws SQLException {
    UUID id = Columns.uuid(row, "id");
    items.put(id, new ArrayList<>());
    return new Shipment(
        new ShipmentId(id),
        new OrderId(Columns.uuid(row, "order_id")),
        new UserId(row.getString("user_id")),
        new WarehouseId(row.getString("warehouse_id")),
        List.of(),
        Columns.text(row, "carrier"),
        Columns.text(row, "tracking_number"),
        ShipmentStatus.valueOf(row.getString("status")),
        Columns.optionalInstant(row, "shipped_at"),
        Columns.optionalInstant(row, "delivered_at"),
        row.getLong("version"));
  }

  private static Shipment withItems(Shipment head, List<Shipment.Item> items) {
    return new Shipment(
        head.id(),
        head.orderId(),
        head.userId(),
        head.warehouseId(),
        items,
        head.carrier(),
        head.trackingNumber(),
        head.status(),
        head.shippedAt(),
        head.deliveredAt(),
        head.version());
  }
}
