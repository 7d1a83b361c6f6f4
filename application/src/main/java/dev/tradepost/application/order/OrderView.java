package dev.tradepost.application.order;

import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.OrderNumber;
import dev.tradepost.domain.shared.UserId;
import java.time.Instant;
import java.util.List;

/** An order of goods and its shipments, as both stood at one moment. */
public record OrderView(Order order, List<Shipment> shipments) implements AnyOrder {

  public OrderView {
    shipments = List.copyOf(shipments);
  }

  @Override
  public OrderId id() {
    return order.id();
  }

  @Override
  public OrderNumber number() {
    return order.number();
  }

  @Override
  public UserId userId() {
    return order.userId();
  }

  @Override
  public String status() {
    return order.status();
  }

  @Override
  public long version() {
    return order.version();
  }

  @Override
  public Instant createdAt() {
    return order.createdAt();
  }
}
