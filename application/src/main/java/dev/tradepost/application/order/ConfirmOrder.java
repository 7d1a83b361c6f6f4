package dev.tradepost.application.order;

import dev.tradepost.application.Role;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.OrderId;
import java.util.OptionalLong;

/** The shop accepts an order. */
public record ConfirmOrder(OrderId id, OptionalLong expectedVersion) implements UseCase<OrderView> {

  @Override
  public Role requires() {
    return Role.STAFF;
  }

  @Override
  public OrderView run(UnitOfWork work) {
    Order order = Orders.get(work, id, expectedVersion);
    Change<Order> changed = order.confirm(work.stamp());
    work.orders().save(changed);
    return new OrderView(changed.state(), work.shipments().getOfOrder(id));
  }
}
