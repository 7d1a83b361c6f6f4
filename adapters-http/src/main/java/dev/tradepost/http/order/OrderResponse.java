package dev.tradepost.http.order;

import dev.tradepost.application.order.OrderView;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.fulfilment.ShipmentStatus;
import dev.tradepost.domain.order.MoneyState;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.OrderAction;
import dev.tradepost.domain.order.OrderLine;
import dev.tradepost.domain.order.TaxRule;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.OrderNumber;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.ShipmentId;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WarehouseId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An order of goods as clients see it. */
record OrderResponse(
    OrderId id,
    OrderNumber orderNumber,
    String kind,
    UserId userId,
    String lifecycle,
    String status,
    Set<OrderAction> allowedActions,
    List<Item> items,
    Optional<String> coupon,
    Money discountAmount,
    Money taxAmount,
    TaxRule taxRule,
    Money shippingAmount,
    Money totalAmount,
    String currency,
    MoneyState paymentStatus,
    List<ShipmentResponse> shipments,
    long version,
    Instant createdAt,
    Instant updatedAt) {

  /** What kind of order this is, beside those of currencies. */
  static final String KIND = "GOODS";

  record Item(
      ProductId productId,
      String name,
      Optional<String> sku,
      int quantity,
      Money unitPrice,
      Money total,
      Money discount,
      Money tax) {

    static Item of(OrderLine line) {
      return new Item(
          line.productId(),
          line.name(),
          line.sku(),
          line.quantity(),
          line.unitPrice(),
          line.total(),
          line.discount(),
          line.tax());
    }
  }

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

  static OrderResponse of(OrderView view) {
    Order order = view.order();
    return new OrderResponse(
        order.id(),
        order.number(),
        KIND,
        order.userId(),
        order.lifecycle().name(),
        order.status(),
        order.allowedActions(),
        order.lines().stream().map(Item::of).toList(),
        order.terms().coupon(),
        order.amounts().discount(),
        order.amounts().tax(),
        order.terms().tax(),
        order.amounts().shipping(),
        order.amounts().total(),
        order.amounts().items().currency().getCurrencyCode(),
        order.moneyState(),
        view.shipments().stream().map(ShipmentResponse::of).toList(),
        order.version(),
        order.createdAt(),
        order.updatedAt());
  }
}
