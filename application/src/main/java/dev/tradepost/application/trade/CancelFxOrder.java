package dev.tradepost.application.trade;

import dev.tradepost.application.Role;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.application.wallet.Wallets;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.trade.FxOrder;
import dev.tradepost.domain.trade.Settlement;
import java.util.Optional;
import java.util.OptionalLong;

/** Calls off what is not filled of an order of currencies; what is held for that is free again. */
public record CancelFxOrder(OrderId id, Optional<String> reason, OptionalLong expectedVersion)
    implements UseCase<FxOrderView> {

  @Override
  public FxOrderView run(UnitOfWork work) {
    FxOrder order = FxOrders.get(work, id, expectedVersion);
    String why = reason.orElse("Cancelled by " + (work.actor().has(Role.STAFF) ? "staff" : "user"));
    Change<FxOrder> cancelled = order.cancel(why, work.stamp());
    if (order.settlement() == Settlement.WALLET) {
      Wallets.save(work, new FxSettlement(work).release(order));
    }
    return FxOrders.save(work, cancelled);
  }
}
