package dev.tradepost.http.order;

import dev.tradepost.application.order.OrderView;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.fulfilment.ShipmentStatus;
import dev.tradepost.domain.order.Address;
import dev.tradepost.domain.order.MoneyState;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.OrderAction;
import dev.tradepost.domain.order.OrderLine;
import dev.tradepost.domain.order.TaxRule;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.OrderNumber;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.UserId;
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
    Money cancelledAmount,
    Money totalAmount,
    String currency,
    MoneyState paymentStatus,
    Optional<Address> shippingAddress,
    Optional<Address> billingAddress,
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
      Money tax,
      int cancelledQuantity,
      int returnedQuantity,
      ItemStatus fulfilmentStatus) {

    static Item of(OrderLine line, List<Shipment> shipments) {
      return new Item(
          line.productId(),
          line.name(),
          line.sku(),
          line.quantity(),
          line.unitPrice(),
          line.total(),
          line.discount(),
          line.tax(),
          line.cancelled(),
          line.returned(),
          ItemStatus.of(line, shipments));
    }
  }

  /** How far the pieces of one product are. */
  enum ItemStatus {
    OPEN,
    PARTLY_SHIPPED,
    SHIPPED,
    DELIVERED,
    CANCELLED,
    RETURNED;

    static ItemStatus of(OrderLine line, List<Shipment> shipments) {
      if (line.cancelled() == line.quantity()) {
        return CANCELLED;
      }
      int wanted = line.quantity() - line.cancelled();
      if (line.returned() == wanted) {
        return RETURNED;
      }
      int arrived = pieces(line, shipments, ShipmentStatus.DELIVERED);
      int left = arrived + pieces(line, shipments, ShipmentStatus.SHIPPED);
      return arrived == wanted
          ? DELIVERED
          : left == wanted ? SHIPPED : left > 0 ? PARTLY_SHIPPED : OPEN;
    }

    private static int pieces(OrderLine line, List<Shipment> shipments, ShipmentStatus status) {
      return shipments.stream()
          .filter(shipment -> shipment.status() == status)
          .mapToInt(shipment -> shipment.quantityOf(line.productId()))
          .sum();
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
        order.lines().stream().map(line -> Item.of(line, view.shipments())).toList(),
        order.terms().coupon(),
        order.amounts().discount(),
        order.amounts().tax(),
        order.terms().tax(),
        order.amounts().shipping(),
        order.amounts().cancelled(),
        order.amounts().total(),
        order.amounts().items().currency().getCurrencyCode(),
        order.moneyState(),
        order.terms().shippingAddress(),
        order.terms().billingAddress(),
        view.shipments().stream().map(ShipmentResponse::of).toList(),
        order.version(),
        order.createdAt(),
        order.updatedAt());
  }
}
