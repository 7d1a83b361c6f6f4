package dev.tradepost.application.memory;

import dev.tradepost.application.port.Conflict;
import dev.tradepost.application.port.EventSink;
import dev.tradepost.application.port.ShipmentStore;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ShipmentId;
import java.util.List;
import java.util.Optional;

/** Shipments over the tables. */
final class InMemoryShipments extends MapStore<ShipmentId, Shipment> implements ShipmentStore {

  InMemoryShipments(Tables tables, EventSink sink) {
    super(tables.shipments, Shipment::id, sink);
  }

  @Override
  public List<Shipment> getOfOrder(OrderId order) {
    return getWhere(shipment -> shipment.orderId().equals(order));
  }

  @Override
  public boolean isTaken(String trackingNumber) {
    return !lookWhere(it -> it.trackingNumber().equals(Optional.of(trackingNumber))).isEmpty();
  }

  @Override
  void requireNoTwins() {
    super.requireNoTwins();
    for (Staged<Shipment> changed : staged()) {
      changed
          .state()
          .trackingNumber()
          .filter(
              number -> lookWhere(it -> it.trackingNumber().equals(Optional.of(number))).size() > 1)
          .ifPresent(
              number -> {
                throw new Conflict(number + " is taken", null);
              });
    }
  }
}
