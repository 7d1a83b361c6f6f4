package dev.tradepost.domain.order;

import dev.tradepost.domain.shared.DomainEvent;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.OrderNumber;
import java.util.List;

/** What happens to an order of goods. */
public sealed interface OrderEvent extends DomainEvent {

  /** The order was placed in its first state, with everything it will ever contain. */
  record Created(
      OrderId orderId,
      OrderNumber orderNumber,
      String lifecycle,
      String status,
      List<OrderLine> items,
      Money totalAmount)
      implements OrderEvent {
    public Created {
      items = List.copyOf(items);
    }

    @Override
    public String type() {
      return "order.created";
    }
  }

  /** The order moved along its lifecycle. */
  record StateChanged(
      OrderId orderId, String fromState, String toState, OrderAction action, String reason)
      implements OrderEvent {
    @Override
    public String type() {
      return "order.state_changed";
    }
  }

  /** Money came in or went back. */
  record MoneyMoved(OrderId orderId, MoneyState paymentStatus) implements OrderEvent {
    @Override
    public String type() {
      return "order.payment_changed";
    }
  }
}
