package dev.tradepost.application.memory;

import dev.tradepost.application.fulfilment.TrackedShipment;
import dev.tradepost.application.port.Conflict;
import dev.tradepost.application.port.EventSink;
import dev.tradepost.application.port.ShipmentStore;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.fulfilment.TrackingUpdate;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ShipmentId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Shipments over the tables. */
final class InMemoryShipments extends MapStore<ShipmentId, Shipment> implements ShipmentStore {

  private final Tables tables;

  InMemoryShipments(Tables tables, EventSink sink) {
    super(tables.shipments, Shipment::id, sink);
    this.tables = tables;
  }

  @Override
  public List<Shipment> getOfOrders(Collection<OrderId> orders) {
    return getWhere(shipment -> orders.contains(shipment.orderId()));
  }

  @Override
  public Optional<Shipment> readByNumber(String trackingNumber) {
    return lookWhere(it -> it.trackingNumber().equals(Optional.of(trackingNumber))).stream()
        .findFirst();
  }

  @Override
  public List<TrackingUpdate> trail(ShipmentId id) {
    return Stream.concat(
            tables.trails.getOrDefault(id, List.of()).stream(),
            staged().stream()
                .filter(it -> it.state().id().equals(id))
                .flatMap(it -> TrackedShipment.heardIn(it.events())))
        .toList();
  }

  @Override
  void commit() {
    super.commit();
    staged()
        .forEach(
            it ->
                TrackedShipment.heardIn(it.events())
                    .forEach(
                        update ->
                            tables
                                .trails
                                .computeIfAbsent(it.state().id(), id -> new ArrayList<>())
                                .add(update)));
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
