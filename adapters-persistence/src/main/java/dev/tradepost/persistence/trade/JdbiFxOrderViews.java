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
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Reads orders of currencies with their trades. */
public final class JdbiFxOrderViews implements FxOrderViews {
  private final Reads reads;

  public JdbiFxOrderViews(Reads reads) {
    this.reads = reads;
  }

  @Override
  public Optional<FxOrderView> find(OrderId id, Actor reader) {
    return reads.with(handle -> ofIds(handle, List.of(id.value()))).stream()
        .filter(view -> reader.mayActFor(view.userId()))
        .findFirst();
  }

  /** Those of these that are orders of currencies. */
  public List<FxOrderView> ofIds(Handle handle, List<UUID> ids) {
    List<FxOrder> orders = FxRows.orders(handle, ids, false);
    if (orders.isEmpty()) {
      return List.of();
    }
    Map<OrderId, List<Trade>> trades = FxRows.trades(handle, orders);
    return orders.stream()
        .map(order -> new FxOrderView(order, trades.getOrDefault(order.id(), List.of())))
        .toList();
  }
}
