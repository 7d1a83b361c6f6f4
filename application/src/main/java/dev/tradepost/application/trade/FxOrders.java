package dev.tradepost.application.trade;

import dev.tradepost.application.order.Orders;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.trade.FxOrder;
import dev.tradepost.domain.trade.TradeReason;
import java.util.OptionalLong;

/** What the commands on orders of currencies do alike. */
final class FxOrders {

  private FxOrders() {}

  /** Gets and locks an order of currencies that is there for the caller. */
  static FxOrder get(UnitOfWork work, OrderId id, OptionalLong expectedVersion) {
    FxOrder order =
        work.fxOrders()
            .get(id)
            .filter(found -> work.actor().mayActFor(found.userId()))
            .orElseThrow(() -> notThere(work, id));
    order.requireVersion(expectedVersion);
    return order;
  }

  private static Rejection notThere(UnitOfWork work, OrderId id) {
    boolean goods =
        work.orders().read(id).filter(it -> work.actor().mayActFor(it.userId())).isPresent();
    return goods
        ? new Rejection(TradeReason.NOT_AN_FX_ORDER, "order " + id + " is an order of goods")
        : Orders.notFound(id);
  }

  /** Saves a change and answers the order with its trades. */
  static FxOrderView save(UnitOfWork work, Change<FxOrder> change) {
    work.fxOrders().save(change);
    return view(work, change.state());
  }

  static FxOrderView view(UnitOfWork work, FxOrder order) {
    return new FxOrderView(order, work.fxOrders().readTrades(order));
  }
}
