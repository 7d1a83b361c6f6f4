package dev.tradepost.application.fulfilment;

import dev.tradepost.domain.fulfilment.CarrierStatus;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.fulfilment.ShipmentEvent;
import dev.tradepost.domain.fulfilment.TrackingUpdate;
import dev.tradepost.domain.shared.DomainEvent;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A shipment and all that its carrier has said about it.
 *
 * @param trail in the order in which it happened; at one moment, in which it was heard
 */
public record TrackedShipment(Shipment shipment, List<TrackingUpdate> trail) {

  public TrackedShipment {
    trail = trail.stream().sorted(Comparator.comparing(TrackingUpdate::at)).toList();
  }

  /** Whether the carrier's update of this id is known. */
  public boolean hasHeard(String updateId) {
    return trail.stream().anyMatch(it -> it.updateId().equals(updateId));
  }

  /** The first time the carrier said this. */
  public Optional<TrackingUpdate> first(CarrierStatus status) {
    return trail.stream().filter(it -> it.status() == status).findFirst();
  }

  /** What is to be added to the trail of a shipment that went through these events. */
  public static Stream<TrackingUpdate> heardIn(List<DomainEvent> events) {
    return events.stream()
        .filter(ShipmentEvent.Tracked.class::isInstance)
        .map(it -> ((ShipmentEvent.Tracked) it).update());
  }
}
