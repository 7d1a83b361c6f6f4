package dev.tradepost.http.order;

import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.fulfilment.ShipmentStatus;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ShipmentId;
import dev.tradepost.domain.shared.WarehouseId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A shipment as clients see it. */
record ShipmentResponse(
    ShipmentId id,
    OrderId orderId,
    WarehouseId warehouseId,
    Optional<String> carrier,
    Optional<String> trackingNumber,
    ShipmentStatus status,
    List<Shipment.Item> items,
    Optional<Instant> shippedAt,
    Optional<Instant> deliveredAt) {

  static ShipmentResponse of(Shipment shipment) {
    return new ShipmentResponse(
        shipment.id(),
        shipment.orderId(),
        shipment.warehouseId(),
        shipment.carrier(),
        shipment.trackingNumber(),
        shipment.status(),
        shipment.items(),
        shipment.shippedAt(),
        shipment.deliveredAt());
  }
}
