package dev.tradepost.application.memory;

import dev.tradepost.application.Actor;
import dev.tradepost.application.fulfilment.FulfilmentViews;
import dev.tradepost.domain.fulfilment.Return;
import dev.tradepost.domain.fulfilment.Shipment;
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
  private final Tables tables;

  InMemoryFulfilmentViews(Tables tables) {
    this.tables = tables;
  }

  @Override
  public Optional<Shipment> shipment(ShipmentId id, Actor actor) {
    return tables.locked(
        () ->
            Optional.ofNullable(tables.shipments.get(id))
                .filter(it -> actor.mayActFor(it.userId())));
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
