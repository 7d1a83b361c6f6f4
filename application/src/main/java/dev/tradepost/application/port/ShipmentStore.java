package dev.tradepost.application.port;

import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.fulfilment.TrackingUpdate;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ShipmentId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Shipments, also by order. */
public interface ShipmentStore extends Store<ShipmentId, Shipment> {

  /** Gets and locks the shipments of these orders, of each the first one first. */
  List<Shipment> getOfOrders(Collection<OrderId> orders);

  /** Gets and locks the shipments of an order, the first one first. */
  default List<Shipment> getOfOrder(OrderId order) {
    return getOfOrders(List.of(order));
  }

  /** Looks at the shipment with this tracking number and locks nothing. */
  Optional<Shipment> readByNumber(String trackingNumber);

  /** What a carrier has said about a shipment that was got, in the order in which it was heard. */
  List<TrackingUpdate> trail(ShipmentId id);

  /** Whether some shipment has this tracking number. */
  default boolean isTaken(String trackingNumber) {
    return readByNumber(trackingNumber).isPresent();
  }
}
