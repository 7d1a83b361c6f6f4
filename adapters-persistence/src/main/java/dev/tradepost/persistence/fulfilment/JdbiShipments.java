package dev.tradepost.persistence.fulfilment;

import static dev.tradepost.persistence.shared.Columns.timestamp;

import dev.tradepost.application.port.EventSink;
import dev.tradepost.application.port.ShipmentStore;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.fulfilment.ShipmentEvent;
import dev.tradepost.domain.fulfilment.ShipmentStatus;
import dev.tradepost.domain.fulfilment.TrackingUpdate;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ShipmentId;
import dev.tradepost.persistence.shared.Batch;
import dev.tradepost.persistence.shared.JdbiStore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Shipments; their items change only while they are planned. */
public final class JdbiShipments extends JdbiStore<ShipmentId, Shipment> implements ShipmentStore {
  private static final Set<ShipmentStatus> NOT_LEFT =
      EnumSet.of(ShipmentStatus.PENDING, ShipmentStatus.CANCELLED);

  /** The orders whose shipments are all held. */
  private final Set<OrderId> orders = new HashSet<>();

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
  public List<Shipment> getOfOrders(Collection<OrderId> wanted) {
    return getOf(
        wanted,
        orders,
        Shipment::orderId,
        missing -> ShipmentRows.ofOrders(handle(), missing, true));
  }

  @Override
  public Optional<Shipment> readByNumber(String trackingNumber) {
    Optional<Shipment> mine =
        held().stream()
            .filter(it -> it.trackingNumber().equals(Optional.of(trackingNumber)))
            .findFirst();
    return mine.or(
        () ->
            handle()
                .createQuery("SELECT id FROM shipments WHERE tracking_number = :number")
                .bind("number", trackingNumber)
                .mapTo(UUID.class)
                .findOne()
                .flatMap(id -> read(new ShipmentId(id))));
  }

  @Override
  public List<TrackingUpdate> trail(ShipmentId id) {
    List<UUID> ids = List.of(id.value());
    return Stream.concat(
            TrackingRows.trails(handle(), ids).getOrDefault(id.value(), List.of()).stream(),
            heard().stream().filter(it -> it.shipment.equals(id)).map(Heard::update))
        .toList();
  }

  /** What this unit of work adds to trails. */
  private List<Heard> heard() {
    List<Heard> heard = new ArrayList<>();
    for (Staged<Shipment> staged : staged()) {
      staged.eachEvent(
          (event, version) -> {
            if (event instanceof ShipmentEvent.Tracked tracked) {
              heard.add(new Heard(tracked.shipmentId(), version, tracked.update()));
            }
          });
    }
    return heard;
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
    flushTrails();
  }

  private void flushTrails() {
    batch(
        """
        INSERT INTO shipment_tracking
          (shipment_id, update_id, seq, status, at, description, place)
        VALUES (:shipment, :update, :seq, :status, :at, :description, :place)""",
        heard(),
        (batch, it) ->
            batch
                .bind("shipment", it.shipment.value())
                .bind("update", it.update.updateId())
                .bind("seq", it.seq)
                .bind("status", it.update.status().name())
                .bind("at", timestamp(it.update.at()))
                .bind("description", it.update.description().orElse(null))
                .bind("place", it.update.place().orElse(null)));
  }

  /** Those of new shipments, and of those that changed before they left. */
  private void flushItems() {
    Set<ShipmentId> touched =
        steps().stream()
            .map(Staged::state)
            .filter(it -> NOT_LEFT.contains(it.status()))
            .map(Shipment::id)
            .collect(Collectors.toSet());
    List<Shipment> reduced =
        staged().stream()
            .filter(it -> !it.isNew() && touched.contains(it.state().id()))
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

  private static void bindState(Batch batch, Shipment shipment) {
    batch
        .bind("id", shipment.id().value())
        .bind("carrier", shipment.carrier().orElse(null))
        .bind("tracking", shipment.trackingNumber().orElse(null))
        .bind("status", shipment.status().name())
        .bind("shipped", timestamp(shipment.shippedAt()))
        .bind("delivered", timestamp(shipment.deliveredAt()))
        .bind("version", shipment.version());
  }

  private record Item(ShipmentId shipment, int line, Shipment.Item item) {}

  /**
   * An update on its way into a trail.
   *
   * @param seq the version of the shipment that heard it
   */
  private record Heard(ShipmentId shipment, long seq, TrackingUpdate update) {}
}
