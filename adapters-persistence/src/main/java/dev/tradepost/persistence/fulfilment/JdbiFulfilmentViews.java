package dev.tradepost.persistence.fulfilment;

import dev.tradepost.application.Actor;
import dev.tradepost.application.fulfilment.FulfilmentViews;
import dev.tradepost.application.fulfilment.TrackedShipment;
import dev.tradepost.domain.fulfilment.Return;
import dev.tradepost.domain.fulfilment.ShipmentStatus;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ReturnId;
import dev.tradepost.domain.shared.ShipmentId;
import dev.tradepost.persistence.shared.Columns;
import dev.tradepost.persistence.shared.Reads;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads shipments, returns, and reservations that have run out. */
public final class JdbiFulfilmentViews implements FulfilmentViews {
  /** Before every other id. */
  private static final UUID FIRST = new UUID(0, 0);

  private final Reads reads;

  public JdbiFulfilmentViews(Reads reads) {
    this.reads = reads;
  }

  @Override
  public Optional<TrackedShipment> shipment(ShipmentId id, Actor actor) {
    return reads.with(handle -> TrackingRows.tracked(handle, List.of(id.value()))).stream()
        .filter(it -> actor.mayActFor(it.shipment().userId()))
        .findFirst();
  }

  @Override
  public List<TrackedShipment> carriedBy(
      String carrier, ShipmentStatus status, Optional<ShipmentId> after, int limit) {
    String sql =
        """
        SELECT id FROM shipments
        WHERE carrier = :carrier AND status = :status AND id > :after
          AND tracking_number IS NOT NULL
        ORDER BY id LIMIT :limit""";
    return reads.with(
        handle -> {
          List<UUID> ids =
              handle
                  .createQuery(sql)
                  .bind("carrier", carrier)
                  .bind("status", status.name())
                  .bind("after", after.map(ShipmentId::value).orElse(FIRST))
                  .bind("limit", limit)
                  .mapTo(UUID.class)
                  .list();
          return TrackingRows.tracked(handle, ids);
        });
  }

  @Override
  public Optional<Return> findReturn(ReturnId id, Actor actor) {
    return reads.with(handle -> ReturnRows.read(handle, "id", List.of(id.value()), false)).stream()
        .filter(it -> actor.mayActFor(it.userId()))
        .findFirst();
  }

  @Override
  public List<Return> returnsOf(OrderId order) {
    return reads.with(handle -> ReturnRows.read(handle, "order_id", List.of(order.value()), false));
  }

  @Override
  public List<OrderId> lapsed(Instant now, int limit) {
    String sql =
        """
        SELECT order_id FROM reservations WHERE status = 'RESERVED' AND expires_at <= :now
        ORDER BY expires_at LIMIT :limit""";
    return reads.with(
        handle ->
            handle
                .createQuery(sql)
                .bind("now", Columns.timestamp(now))
                .bind("limit", limit)
                .mapTo(UUID.class)
                .map(OrderId::new)
                .list());
  }
}
