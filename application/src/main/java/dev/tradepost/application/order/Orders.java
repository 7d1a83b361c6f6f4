package dev.tradepost.application.order;

import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.OrderReason;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.Rejection;
import java.util.OptionalLong;

/** What the commands on orders do alike. */
public final class Orders {

  private Orders() {}

  /** Gets and locks an order that is there for the caller. */
  public static Order get(UnitOfWork work, OrderId id, OptionalLong expectedVersion) {
    Order order =
        work.orders()
            .get(id)
            .filter(found -> work.actor().mayActFor(found.userId()))
            .orElseThrow(() -> notFound(id));
    order.requireVersion(expectedVersion);
    return order;
  }

  /** The refusal where there is no such order, or not for this caller. */
  public static Rejection notFound(OrderId id) {
    return new Rejection(OrderReason.ORDER_NOT_FOUND, "there is no order " + id);
  }
}
