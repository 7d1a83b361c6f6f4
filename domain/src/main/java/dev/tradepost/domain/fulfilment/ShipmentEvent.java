package dev.tradepost.domain.fulfilment;

import dev.tradepost.domain.shared.DomainEvent;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ShipmentId;
import dev.tradepost.domain.shared.WarehouseId;
import java.util.List;
import java.util.Optional;

/** What happens to a shipment. */
public sealed interface ShipmentEvent extends DomainEvent {

  /** A warehouse was told what to send. */
  record Created(
      ShipmentId shipmentId,
      OrderId orderId,
      WarehouseId warehouseId,
      Optional<String> trackingNumber,
      List<Shipment.Item> items)
      implements ShipmentEvent {
    public Created {
      items = List.copyOf(items);
    }

    @Override
    public String type() {
      return "shipment.created";
    }
  }

  /**
   * It left, arrived, or was called off in whole or in part.
   *
   * @param items what is in it now
   */
  record StatusChanged(
      ShipmentId shipmentId,
      OrderId orderId,
      ShipmentStatus from,
      ShipmentStatus to,
      Optional<String> trackingNumber,
      List<Shipment.Item> items)
      implements ShipmentEvent {
    public StatusChanged {
      items = List.copyOf(items);
    }

    @Override
    public String type() {
      return "shipment.status_changed";
    }
  }

  /** The carrier said something about it. */
  record Tracked(
      ShipmentId shipmentId,
      OrderId orderId,
      Optional<String> trackingNumber,
      TrackingUpdate update)
      implements ShipmentEvent {

    @Override
    public String type() {
      return "shipment.tracked";
    }
  }
}
