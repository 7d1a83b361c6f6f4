package dev.tradepost.application.memory;

import dev.tradepost.application.port.Conflict;
import dev.tradepost.application.port.EventSink;
import dev.tradepost.application.port.FxOrderStore;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.trade.FxEvent;
import dev.tradepost.domain.trade.FxOrder;
import dev.tradepost.domain.trade.Trade;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Orders of currencies and their trades over the tables. */
final class InMemoryFxOrders extends MapStore<OrderId, FxOrder> implements FxOrderStore {
  private final Tables tables;

  InMemoryFxOrders(Tables tables, EventSink sink) {
    super(tables.fxOrders, FxOrder::id, sink);
    this.tables = tables;
  }

  @Override
  public Optional<OrderId> readByClientOrderId(UserId user, String clientOrderId) {
    return lookWhere(
            it -> it.userId().equals(user) && it.clientOrderId().equals(Optional.of(clientOrderId)))
        .stream()
        .map(FxOrder::id)
        .findFirst();
  }

  @Override
  public List<Trade> readTrades(FxOrder order) {
    List<Trade> trades = new ArrayList<>(tables.trades.getOrDefault(order.id(), List.of()));
    staged().stream()
        .filter(it -> it.state().id().equals(order.id()))
        .flatMap(InMemoryFxOrders::added)
        .forEach(trades::add);
    return trades;
  }

  private static Stream<Trade> added(Staged<FxOrder> staged) {
    return staged.events().stream()
        .filter(FxEvent.TradeAdded.class::isInstance)
        .map(it -> ((FxEvent.TradeAdded) it).trade());
  }

  /** Refuses an order that its user calls the same as another one. */
  void requireNamesOfTheirOwn() {
    Set<String> fresh = new HashSet<>();
    for (FxOrder made : created()) {
      String name = made.clientOrderId().map(it -> made.userId() + " " + it).orElse(null);
      if (name != null && (tables.clientOrderIds.contains(name) || !fresh.add(name))) {
        throw new Conflict(name + " is taken", null);
      }
    }
  }

  void commitTrades() {
    created()
        .forEach(
            it ->
                it.clientOrderId()
                    .ifPresent(name -> tables.clientOrderIds.add(it.userId() + " " + name)));
    staged()
        .forEach(
            it ->
                tables
                    .trades
                    .computeIfAbsent(it.state().id(), id -> new ArrayList<>())
                    .addAll(added(it).toList()));
  }
}
