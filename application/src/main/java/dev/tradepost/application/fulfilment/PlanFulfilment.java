package dev.tradepost.application.fulfilment;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Role;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.order.OrderView;
import dev.tradepost.application.order.Outgoing;
import dev.tradepost.application.port.Prefetch;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.fulfilment.FulfilmentReason;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.Rejection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Tells the warehouses what to send: one shipment for each, with its items, a carrier and a
 * tracking number. The order is being fulfilled from here on, where its lifecycle has a state for
 * that.
 */
public record PlanFulfilment(OrderId id, OptionalLong expectedVersion)
    implements UseCase<OrderView> {

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
    Order order = out.order();
    Optional<Change<Order>> started = out.started(work);
    List<Change<Shipment>> planned =
        out.plan(work, out.unplanned(), Optional.empty(), Optional.empty());
    if (started.isEmpty()) {
      order.ship(work.stamp());
      if (planned.isEmpty()) {
        throw new Rejection(FulfilmentReason.NOTHING_TO_SHIP, "all of this order is planned");
      }
    }

    started.ifPresent(work.orders()::save);
    started.flatMap(it -> out.kept(it.state())).ifPresent(work.reservations()::save);
    planned.forEach(work.shipments()::save);
    return out.view(started.map(Change::state).orElse(order), planned);
  }
}
