package dev.tradepost.application.fulfilment;

import dev.tradepost.application.Role;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.order.Outgoing;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.fulfilment.FulfilmentReason;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.fulfilment.ShipmentAction;
import dev.tradepost.domain.fulfilment.TrackingUpdate;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A carrier says something about a parcel: it goes into the trail, and where the parcel has been
 * picked up or has arrived, the shipment leaves or arrives as by {@link MoveShipment}. An update
 * that is known changes nothing. Refuses a number that is not this carrier's, and parcels picked up
 * of an order that cannot be shipped now, such as one that is not paid; that may be said again.
 *
 * @param carrier as the shipment names it
 */
public record TrackShipment(String carrier, String trackingNumber, TrackingUpdate update)
    implements UseCase<TrackedShipment> {

  @Override
  public Role requires() {
    return Role.STAFF;
  }

  @Override
  public TrackedShipment run(UnitOfWork work) {
    Shipment found =
        work.shipments()
            .readByNumber(trackingNumber)
            .filter(it -> it.carrier().equals(Optional.of(carrier)))
            .orElseThrow(this::notFound);
    Outgoing out = Outgoing.get(work, found.orderId(), OptionalLong.empty());
    Shipment shipment = work.shipments().get(found.id()).orElseThrow();
    TrackedShipment known = new TrackedShipment(shipment, work.shipments().trail(shipment.id()));
    if (known.hasHeard(update.updateId())) {
      return known;
    }
    List<TrackingUpdate> trail = new ArrayList<>(known.trail());
    trail.add(update);
    return new TrackedShipment(moved(work, out, shipment), trail);
  }

  private Shipment moved(UnitOfWork work, Outgoing out, Shipment shipment) {
    Change<Shipment> tracked = shipment.track(update);
    List<ShipmentAction> moves = shipment.movesOn(update.status());
    if (moves.isEmpty()) {
      work.shipments().save(tracked);
      return tracked.state();
    }
    Shipment moved = MoveShipment.move(work, out, tracked, moves.get(0));
    for (ShipmentAction next : moves.subList(1, moves.size())) {
      moved = new MoveShipment(shipment.id(), next).run(work);
    }
    return moved;
  }

  private Rejection notFound() {
    return new Rejection(
        FulfilmentReason.SHIPMENT_NOT_FOUND,
        "there is no shipment of " + carrier + " with the number " + trackingNumber);
  }
}
