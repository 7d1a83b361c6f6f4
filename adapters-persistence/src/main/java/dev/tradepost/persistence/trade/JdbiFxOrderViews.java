package dev.tradepost.persistence.trade;

import dev.tradepost.application.Actor;
import dev.tradepost.application.trade.FxOrderView;
import dev.tradepost.application.trade.FxOrderViews;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.trade.FxOrder;
import dev.tradepost.domain.trade.Trade;
import dev.tradepost.persistence.shared.Reads;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads orders of currencies with their trades. */
public final class JdbiFxOrderViews implements FxOrderViews {
  private final Reads reads;

  public JdbiFxOrderViews(Reads reads) {
    this.reads = reads;
  }

  @Override
  public Optional<FxOrderView> find(OrderId id, Actor reader) {
    return reads
        .with(handle -> views(handle, FxRows.orders(handle, List.of(id.value()), false)))
        .stream()
        .filter(view -> reader.mayActFor(view.userId()))
        .findFirst();
  }

  /** The orders that a query brings, in its order. */
  public List<FxOrderView> read(Handle handle, Query heads) {
    return views(handle, FxRows.orders(heads));
  }

  private static List<FxOrderView> views(Handle handle, List<FxOrder> orders) {
    if (orders.isEmpty()) {
      return List.of();
    }
    Map<OrderId, List<Trade>> trades = FxRows.trades(handle, orders);
    return orders.stream()
        .map(order -> new FxOrderView(order, trades.getOrDefault(order.id(), List.of())))
        .toList();
  }
}
