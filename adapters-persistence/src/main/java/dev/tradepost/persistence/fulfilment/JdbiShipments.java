package dev.tradepost.persistence.fulfilment;

import static dev.tradepost.persistence.shared.Columns.timestamp;

import dev.tradepost.application.port.EventSink;
import dev.tradepost.application.port.ShipmentStore;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.fulfilment.ShipmentStatus;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ShipmentId;
import dev.tradepost.persistence.shared.JdbiStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/** Shipments; their items change only while they are planned. */
public final class JdbiShipments extends JdbiStore<ShipmentId, Shipment> implements ShipmentStore {
  private static final Set<ShipmentStatus> NOT_LEFT =
      EnumSet.of(ShipmentStatus.PENDING, ShipmentStatus.CANCELLED);

  public JdbiShipments(Handle handle, EventSink events) {
    super(handle, events);
  }

  @Override
  protected ShipmentId idOf(Shipment shipment) {
    return shipment.id();
  }

  @Override
  protected Collection<Shipment> fetch(Collection<ShipmentId> ids, boolean lock) {
    return ShipmentRows.read(handle(), "id", ids.stream().map(ShipmentId::value).toList(), lock);
  }

  @Override
  public List<Shipment> getOfOrder(OrderId order) {
    hold(ShipmentRows.ofOrders(handle(), List.of(order), true));
    return held().stream().filter(shipment -> shipment.orderId().equals(order)).toList();
  }

  @Override
  public boolean isTaken(String trackingNumber) {
    boolean mine =
        held().stream().anyMatch(it -> it.trackingNumber().equals(Optional.of(trackingNumber)));
    return mine
        || handle()
            .createQuery("SELECT 1 FROM shipments WHERE tracking_number = :number")
            .bind("number", trackingNumber)
            .mapTo(Integer.class)
            .findOne()
            .isPresent();
  }

  @Override
  public void flush() {
    insertNew(
        """
        INSERT INTO shipments
          (id, order_id, user_id, warehouse_id, carrier, tracking_number, status, shipped_at,
           delivered_at, version)
        VALUES (:id, :order, :user, :warehouse, :carrier, :tracking, :status, :shipped,
           :delivered, :version)""",
        (batch, shipment) -> {
          bindState(batch, shipment);
          batch
              .bind("order", shipment.orderId().value())
              .bind("user", shipment.userId().value())
              .bind("warehouse", shipment.warehouseId().value());
        });
    updateOld(
        """
        UPDATE shipments
        SET carrier = :carrier, tracking_number = :tracking, status = :status,
            shipped_at = :shipped, delivered_at = :delivered, version = :version
        WHERE id = :id AND version = :before""",
        JdbiShipments::bindState);
    flushItems();
  }

  /** Those of new shipments, and of those that changed before they left. */
  private void flushItems() {
    List<Shipment> reduced =
        staged().stream()
            .filter(it -> !it.isNew() && NOT_LEFT.contains(it.state().status()))
            .map(Staged::state)
            .toList();
    batch(
        "DELETE FROM shipment_items WHERE shipment_id = :shipment",
        reduced,
        (batch, it) -> batch.bind("shipment", it.id().value()));
    List<Item> items = new ArrayList<>();
    Stream.concat(created().stream(), reduced.stream())
        .forEach(
            it -> it.items().forEach(item -> items.add(new Item(it.id(), items.size(), item))));
    batch(
        """
        INSERT INTO shipment_items (shipment_id, line, product_id, quantity)
        VALUES (:shipment, :line, :product, :quantity)""",
        items,
        (batch, item) ->
            batch
                .bind("shipment", item.shipment.value())
                .bind("line", item.line)
                .bind("product", item.item.productId().value())
                .bind("quantity", item.item.quantity()));
  }

  private static void bindState(SqlStatement<?> statement, Shipment shipment) {
    statement
        .bind("id", shipment.id().value())
        .bind("carrier", shipment.carrier().orElse(null))
        .bind("tracking", shipment.trackingNumber().orElse(null))
        .bind("status", shipment.status().name())
        .bind("shipped", timestamp(shipment.shippedAt()))
        .bind("delivered", timestamp(shipment.deliveredAt()))
        .bind("version", shipment.version());
  }

  private record Item(ShipmentId shipment, int line, Shipment.Item item) {}
}
