package dev.tradepost.application.order;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Role;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.payment.Escrows;
import dev.tradepost.application.port.Prefetch;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.fulfilment.ShipmentStatus;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.OrderId;
import java.util.List;
import java.util.OptionalLong;

/** Everything of an order has arrived, and what was paid for it is the shop's. */
public record DeliverOrder(OrderId id, OptionalLong expectedVersion) implements UseCase<OrderView> {

  @Override
  public void prefetch(Actor actor, Prefetch rows) {
    rows.outgoing(id);
  }

  @Override
  public Role requires() {
    return Role.STAFF;
  }

  @Override
  public OrderView run(UnitOfWork work) {
    Outgoing out = Outgoing.get(work, id, expectedVersion);
    Change<Order> delivered = out.order().deliver(work.stamp());
    List<Change<Shipment>> arrived =
        out.shipments().stream()
            .filter(shipment -> shipment.status() == ShipmentStatus.SHIPPED)
            .map(shipment -> shipment.deliver(work.stamp()))
            .toList();

    work.orders().save(delivered);
    Escrows.earned(work, out.order());
    arrived.forEach(work.shipments()::save);
    return out.view(delivered.state(), arrived);
  }
}
