package dev.tradepost.application.process;

import dev.tradepost.application.Actor;
import dev.tradepost.application.UseCases;
import dev.tradepost.application.fulfilment.FulfilmentViews;
import dev.tradepost.application.fulfilment.TrackShipment;
import dev.tradepost.application.fulfilment.TrackedShipment;
import dev.tradepost.application.port.CarrierGateway;
import dev.tradepost.domain.fulfilment.CarrierStatus;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.fulfilment.ShipmentStatus;
import dev.tradepost.domain.fulfilment.TrackingUpdate;
import dev.tradepost.domain.shared.ShipmentId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Announces shipments to their carriers and asks for news of those that have not arrived, outside
 * any transaction, and writes each answer down in one. Any number of nodes may do it at once,
 * because an update that is known changes nothing. One instance is for one thread.
 */
public final class FollowShipments {
  private static final int BATCH = 100;
  private static final List<ShipmentStatus> NOT_ARRIVED =
      List.of(ShipmentStatus.SHIPPED, ShipmentStatus.PENDING);

  private final UseCases useCases;
  private final FulfilmentViews fulfilment;
  private final CarrierGateway gateway;

  /** Where the next turn goes on, so that many parcels that do not move hide no other. */
  private final Map<Line, ShipmentId> reached = new HashMap<>();

  public FollowShipments(UseCases useCases, FulfilmentViews fulfilment, CarrierGateway gateway) {
    this.useCases = useCases;
    this.fulfilment = fulfilment;
    this.gateway = gateway;
  }

  private record Line(String carrier, ShipmentStatus status) {}

  /**
   * Takes on the next parcels of each carrier, at most so many. One that fails stops no other.
   *
   * @param failed told of each that failed
   */
  public void turn(BiConsumer<ShipmentId, RuntimeException> failed) {
    for (String carrier : gateway.carriers()) {
      for (ShipmentStatus status : NOT_ARRIVED) {
        next(new Line(carrier, status)).forEach(parcel -> follow(parcel, failed));
      }
    }
  }

  private List<TrackedShipment> next(Line line) {
    Optional<ShipmentId> after = Optional.ofNullable(reached.get(line));
    List<TrackedShipment> parcels = fulfilment.carriedBy(line.carrier, line.status, after, BATCH);
    if (parcels.size() == BATCH) {
      reached.put(line, parcels.get(BATCH - 1).shipment().id());
    } else {
      reached.remove(line);
    }
    return parcels;
  }

  private void follow(TrackedShipment parcel, BiConsumer<ShipmentId, RuntimeException> failed) {
    Shipment shipment = parcel.shipment();
    try {
      TrackedShipment known =
          parcel.first(CarrierStatus.ANNOUNCED).isPresent()
              ? parcel
              : track(shipment, gateway.announce(shipment));
      for (TrackingUpdate update : gateway.news(known)) {
        if (!known.hasHeard(update.updateId())) {
          track(shipment, update);
        }
      }
    } catch (RuntimeException e) {
      failed.accept(shipment.id(), e);
    }
  }

  private TrackedShipment track(Shipment shipment, TrackingUpdate update) {
    return useCases.execute(
        Actor.system(),
        new TrackShipment(
            shipment.carrier().orElseThrow(), shipment.trackingNumber().orElseThrow(), update));
  }
}
