package dev.tradepost.application.order;

import dev.tradepost.application.Role;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.OrderId;
import java.util.List;
import java.util.OptionalLong;

/** The shop accepts an order. Where it cannot expire any more, its stock waits for the payment. */
public record ConfirmOrder(OrderId id, OptionalLong expectedVersion) implements UseCase<OrderView> {

  @Override
  public Role requires() {
    return Role.STAFF;
  }

  @Override
  public OrderView run(UnitOfWork work) {
    Outgoing out = Outgoing.get(work, id, expectedVersion);
    Change<Order> changed = out.order().confirm(work.stamp());

    work.orders().save(changed);
    out.kept(changed.state()).ifPresent(work.reservations()::save);
    return out.view(changed.state(), List.of());
  }
}
