package dev.tradepost.application.fulfilment;

import dev.tradepost.application.Actor;
import dev.tradepost.domain.fulfilment.Return;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ReturnId;
import dev.tradepost.domain.shared.ShipmentId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads shipments, returns, and reservations that have run out. */
public interface FulfilmentViews {

  /** The shipment, where it is there for the caller. */
  Optional<Shipment> shipment(ShipmentId id, Actor actor);

  /** The return, where it is there for the caller. */
  Optional<Return> findReturn(ReturnId id, Actor actor);

  /** The returns of an order, the first one first. */
  List<Return> returnsOf(OrderId order);

  /** Orders whose reservation has run out and was not ended, the longest first. */
  List<OrderId> lapsed(Instant now, int limit);
}
