package dev.tradepost.domain.order;

import dev.tradepost.domain.shared.DomainEvent;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.OrderNumber;
import dev.tradepost.domain.shared.ProductId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

  /**
   * Some pieces were called off.
   *
   * @param amount what they had cost
   * @param status where the order stands
   */
  record ItemsCancelled(
      OrderId orderId, Map<ProductId, Integer> items, Money amount, String status, String reason)
      implements OrderEvent {
    public ItemsCancelled {
      items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
    }

    @Override
    public String type() {
      return "order.items_cancelled";
    }
  }

  /** How many pieces of a product an edit found, and how many it left. */
  record Quantity(ProductId productId, int from, int to) {}

  /**
   * The order was changed before it was sent. Addresses are nobody's business: only that they
   * changed is told.
   *
   * @param items the products of which there are more or fewer now
   * @param status where the order stands
   */
  record Edited(
      OrderId orderId,
      List<Quantity> items,
      boolean shippingAddressChanged,
      boolean billingAddressChanged,
      Money oldTotal,
      Money newTotal,
      String status,
      String reason)
      implements OrderEvent {
    public Edited {
      items = List.copyOf(items);
    }

    @Override
    public String type() {
      return "order.edited";
    }
  }

  /**
   * Some pieces came back and are repaid.
   *
   * @param amount what they had cost
   */
  record ItemsReturned(OrderId orderId, Map<ProductId, Integer> items, Money amount)
      implements OrderEvent {
    public ItemsReturned {
      items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
    }

    @Override
    public String type() {
      return "order.items_returned";
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
