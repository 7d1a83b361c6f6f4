package dev.tradepost.application.port;

import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ShipmentId;
import java.util.List;

/** Shipments, also by order. */
public interface ShipmentStore extends Store<ShipmentId, Shipment> {

  /** Gets and locks the shipments of an order, the first one first. */
  List<Shipment> getOfOrder(OrderId order);

  /** Whether some shipment has this tracking number. */
  boolean isTaken(String trackingNumber);
}
