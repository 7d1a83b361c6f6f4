package dev.tradepost.application.memory;

import dev.tradepost.application.Actor;
import dev.tradepost.application.fulfilment.FulfilmentViews;
import dev.tradepost.application.fulfilment.TrackedShipment;
import dev.tradepost.domain.fulfilment.Return;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.fulfilment.ShipmentStatus;
import dev.tradepost.domain.inventory.Reservation;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ReturnId;
import dev.tradepost.domain.shared.ShipmentId;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Reads shipments, returns and reservations from the tables. */
final class InMemoryFulfilmentViews implements FulfilmentViews {
  private static final Comparator<ShipmentId> BY_ID = Comparator.comparing(ShipmentId::value);

  private final Tables tables;

  InMemoryFulfilmentViews(Tables tables) {
    this.tables = tables;
  }

  @Override
  public Optional<TrackedShipment> shipment(ShipmentId id, Actor actor) {
    return tables.locked(
        () ->
            Optional.ofNullable(tables.shipments.get(id))
                .filter(it -> actor.mayActFor(it.userId()))
                .map(this::tracked));
  }

  @Override
  public List<TrackedShipment> carriedBy(
      String carrier, ShipmentStatus status, Optional<ShipmentId> after, int limit) {
    return tables.locked(
        () ->
            tables.shipments.values().stream()
                .filter(it -> it.carrier().equals(Optional.of(carrier)))
                .filter(it -> it.status() == status && it.trackingNumber().isPresent())
                .filter(it -> after.isEmpty() || BY_ID.compare(it.id(), after.get()) > 0)
                .sorted(Comparator.comparing(Shipment::id, BY_ID))
                .limit(limit)
                .map(this::tracked)
                .toList());
  }

  private TrackedShipment tracked(Shipment shipment) {
    return new TrackedShipment(shipment, tables.trails.getOrDefault(shipment.id(), List.of()));
  }

  @Override
  public Optional<Return> findReturn(ReturnId id, Actor actor) {
    return tables.locked(
        () ->
            Optional.ofNullable(tables.returns.get(id)).filter(it -> actor.mayActFor(it.userId())));
  }

  @Override
  public List<Return> returnsOf(OrderId order) {
    return tables.locked(
        () -> tables.returns.values().stream().filter(it -> it.orderId().equals(order)).toList());
  }

  @Override
  public List<OrderId> lapsed(Instant now, int limit) {
    return tables.locked(
        () ->
            tables.reservations.values().stream()
                .filter(it -> it.lapsed(now))
                .sorted(Comparator.comparing((Reservation it) -> it.expiresAt().orElseThrow()))
                .limit(limit)
                .map(Reservation::orderId)
                .toList());
  }
}
