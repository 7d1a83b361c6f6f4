package dev.tradepost.http.order;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.tradepost.application.fulfilment.TrackedShipment;
import dev.tradepost.domain.fulfilment.CarrierStatus;
import dev.tradepost.domain.fulfilment.TrackingUpdate;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A shipment with its trail as clients see it.
 *
 * @param tracking in the order in which it happened
 */
record TrackedShipmentResponse(@JsonUnwrapped ShipmentResponse shipment, List<Entry> tracking) {

  /** What the carrier said, less its own id of that. */
  record Entry(
      Instant at, CarrierStatus status, Optional<String> description, Optional<String> place) {

    static Entry of(TrackingUpdate update) {
      return new Entry(update.at(), update.status(), update.description(), update.place());
    }
  }

  static TrackedShipmentResponse of(TrackedShipment tracked) {
    return new TrackedShipmentResponse(
        ShipmentResponse.of(tracked.shipment()), tracked.trail().stream().map(Entry::of).toList());
  }
}
