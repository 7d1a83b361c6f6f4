package dev.tradepost.application.order;

import dev.tradepost.application.Actor;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.Prefetch;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.application.trade.MoveFxOrder;
import dev.tradepost.domain.shared.OrderId;
import java.util.Optional;
import java.util.OptionalLong;

/** Brings an order of either kind into the asked state, if that is done by this caller's hand. */
public record MoveAnyOrder(
    OrderId id, String status, Optional<String> reason, OptionalLong expectedVersion)
    implements UseCase<AnyOrder> {

  @Override
  public void prefetch(Actor actor, Prefetch rows) {
    rows.outgoing(id).paidOrder(id).fxOrder(id);
  }

  @Override
  public AnyOrder run(UnitOfWork work) {
    return work.orders().get(id).isPresent()
        ? new MoveOrder(id, status, reason, expectedVersion).run(work)
        : new MoveFxOrder(id, status, reason, expectedVersion).run(work);
  }
}
