package dev.tradepost.application.fulfilment;

import dev.tradepost.application.Actor;
import dev.tradepost.domain.fulfilment.Return;
import dev.tradepost.domain.fulfilment.ShipmentStatus;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ReturnId;
import dev.tradepost.domain.shared.ShipmentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads shipments, returns, and reservations that have run out. */
public interface FulfilmentViews {

  /** The shipment with its trail, where it is there for the caller. */
  Optional<TrackedShipment> shipment(ShipmentId id, Actor actor);

  /**
   * The shipments of this carrier that have a tracking number, in this status, with their trails,
   * by id.
   *
   * @param after only those of later ids
   */
  List<TrackedShipment> carriedBy(
      String carrier, ShipmentStatus status, Optional<ShipmentId> after, int limit);

  /** The return, where it is there for the caller. */
  Optional<Return> findReturn(ReturnId id, Actor actor);

  /** The returns of an order, the first one first. */
  List<Return> returnsOf(OrderId order);

  /** Orders whose reservation has run out and was not ended, the longest first. */
  List<OrderId> lapsed(Instant now, int limit);
}
