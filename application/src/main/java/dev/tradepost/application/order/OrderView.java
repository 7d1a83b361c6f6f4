package dev.tradepost.application.order;

import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.order.Order;
import java.util.List;

/** An order of goods and its shipments, as both stood at one moment. */
public record OrderView(Order order, List<Shipment> shipments) {

  public OrderView {
    shipments = List.copyOf(shipments);
  }
}
