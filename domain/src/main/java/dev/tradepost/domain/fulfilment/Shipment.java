package dev.tradepost.domain.fulfilment;

import dev.tradepost.domain.shared.Aggregate;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Lifecycle;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Quantities;
import dev.tradepost.domain.shared.ShipmentId;
import dev.tradepost.domain.shared.Stamp;
import dev.tradepost.domain.shared.Text;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WarehouseId;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one warehouse sends for one order.
 *
 * @param carrier who carries it, at most 64 characters
 * @param trackingNumber the carrier's number, unique among all shipments, at most 64 characters
 */
public record Shipment(
    ShipmentId id,
    OrderId orderId,
    UserId userId,
    WarehouseId warehouseId,
    List<Item> items,
    Optional<String> carrier,
    Optional<String> trackingNumber,
    ShipmentStatus status,
    Optional<Instant> shippedAt,
    Optional<Instant> deliveredAt,
    long version)
    implements Aggregate {

  /** PENDING, then SHIPPED, then DELIVERED; or called off while it is PENDING. */
  public static final Lifecycle<ShipmentStatus, ShipmentAction> LIFECYCLE =
      Lifecycle.<ShipmentStatus, ShipmentAction>named("shipment", ShipmentStatus.PENDING)
          .allow(ShipmentStatus.PENDING, ShipmentAction.SHIP, ShipmentStatus.SHIPPED)
          .allow(ShipmentStatus.PENDING, ShipmentAction.REDUCE, ShipmentStatus.PENDING)
          .allow(ShipmentStatus.PENDING, ShipmentAction.CANCEL, ShipmentStatus.CANCELLED)
          .allow(ShipmentStatus.SHIPPED, ShipmentAction.DELIVER, ShipmentStatus.DELIVERED)
          .build();

  public Shipment {
    items = List.copyOf(items);
    carrier.ifPresent(text -> Text.require("carrier", text, 64));
    trackingNumber.ifPresent(text -> Text.require("trackingNumber", text, 64));
  }

  /** Some pieces of one product. */
  public record Item(ProductId productId, int quantity) {
    public Item {
      Objects.requireNonNull(productId);
      Quantities.requirePositive(quantity);
    }
  }

  /** Plans a shipment; it has not left yet. */
  public static Change<Shipment> plan(
      ShipmentId id,
      OrderId order,
      UserId user,
      WarehouseId warehouse,
      List<Item> items,
      Optional<String> carrier,
      Optional<String> trackingNumber) {
    return Change.of(
        new Shipment(
            id,
            order,
            user,
            warehouse,
            items,
            carrier,
            trackingNumber,
            LIFECYCLE.initial(),
            Optional.empty(),
            Optional.empty(),
            1),
        new ShipmentEvent.Created(id, order, warehouse, trackingNumber, items));
  }

  public Change<Shipment> ship(Stamp stamp) {
    return move(ShipmentAction.SHIP, items, Optional.of(stamp.at()), Optional.empty());
  }

  /** It leaves by another carrier or under another number than planned, where these are given. */
  public Change<Shipment> ship(Optional<String> by, Optional<String> number, Stamp stamp) {
    return sentBy(by.or(() -> carrier), number.or(() -> trackingNumber)).ship(stamp);
  }

  private Shipment sentBy(Optional<String> by, Optional<String> number) {
    return new Shipment(
        id,
        orderId,
        userId,
        warehouseId,
        items,
        by,
        number,
        status,
        shippedAt,
        deliveredAt,
        version);
  }

  public Change<Shipment> deliver(Stamp stamp) {
    return move(ShipmentAction.DELIVER, items, shippedAt, Optional.of(stamp.at()));
  }

  /** Calls it off before it leaves. */
  public Change<Shipment> cancel() {
    return move(ShipmentAction.CANCEL, items, Optional.empty(), Optional.empty());
  }

  /** Calls so many pieces of a product off, and the shipment where nothing would be left. */
  public Change<Shipment> reduce(ProductId product, int pieces) {
    if (Quantities.requirePositive(pieces) > quantityOf(product)) {
      throw new IllegalArgumentException(pieces + " of product " + product + " are not in " + id);
    }
    List<Item> left =
        items.stream()
            .flatMap(
                item ->
                    !item.productId().equals(product)
                        ? Stream.of(item)
                        : item.quantity() > pieces
                            ? Stream.of(new Item(product, item.quantity() - pieces))
                            : Stream.empty())
            .toList();
    return left.isEmpty()
        ? cancel()
        : move(ShipmentAction.REDUCE, left, Optional.empty(), Optional.empty());
  }

  /** Keeps in its trail what the carrier says; that by itself moves nothing. */
  public Change<Shipment> track(TrackingUpdate update) {
    return Change.of(
        with(status, items, shippedAt, deliveredAt),
        new ShipmentEvent.Tracked(id, orderId, trackingNumber, update));
  }

  /**
   * What has to be done with it, in order, when the carrier says where it is: it leaves or arrives,
   * and never goes back, whatever comes late; what was called off stays where it is.
   */
  public List<ShipmentAction> movesOn(CarrierStatus heard) {
    boolean arrived = heard == CarrierStatus.DELIVERED;
    return switch (status) {
      case PENDING ->
          arrived
              ? List.of(ShipmentAction.SHIP, ShipmentAction.DELIVER)
              : heard.hasLeft() ? List.of(ShipmentAction.SHIP) : List.of();
      case SHIPPED -> arrived ? List.of(ShipmentAction.DELIVER) : List.of();
      case DELIVERED, CANCELLED -> List.of();
    };
  }

  /** How many pieces of a product are in it. */
  public int quantityOf(ProductId product) {
    return items.stream()
        .filter(item -> item.productId().equals(product))
        .mapToInt(Item::quantity)
        .sum();
  }

  private Change<Shipment> move(
      ShipmentAction action,
      List<Item> newItems,
      Optional<Instant> shipped,
      Optional<Instant> delivered) {
    ShipmentStatus next = LIFECYCLE.after(status, action);
    return Change.of(
        with(next, newItems, shipped, delivered),
        new ShipmentEvent.StatusChanged(id, orderId, status, next, trackingNumber, newItems));
  }

  private Shipment with(
      ShipmentStatus newStatus,
      List<Item> newItems,
      Optional<Instant> shipped,
      Optional<Instant> delivered) {
    return new Shipment(
        id,
        orderId,
        userId,
        warehouseId,
        newItems,
        carrier,
        trackingNumber,
        newStatus,
        shipped,
        delivered,
        version + 1);
  }

  @Override
  public String aggregateId() {
    return id.toString();
  }

  @Override
  public Optional<UserId> owner() {
    return Optional.of(userId);
  }
}
