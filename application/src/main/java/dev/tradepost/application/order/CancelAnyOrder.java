package dev.tradepost.application.order;

import dev.tradepost.application.Actor;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.Prefetch;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.application.trade.CancelFxOrder;
import dev.tradepost.domain.shared.OrderId;
import java.util.Optional;
import java.util.OptionalLong;

/** Calls an order off, whatever its kind. */
public record CancelAnyOrder(OrderId id, Optional<String> reason, OptionalLong expectedVersion)
    implements UseCase<AnyOrder> {

  @Override
  public void prefetch(Actor actor, Prefetch rows) {
    rows.outgoing(id).paidOrder(id).fxOrder(id);
  }

  @Override
  public AnyOrder run(UnitOfWork work) {
    return work.orders().get(id).isPresent()
        ? new CancelOrder(id, reason, expectedVersion).run(work)
        : new CancelFxOrder(id, reason, expectedVersion).run(work);
  }
}
