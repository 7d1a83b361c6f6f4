package dev.tradepost.persistence.trade;

import static dev.tradepost.persistence.shared.Columns.timestamp;

import dev.tradepost.application.order.TimelineEntry;
import dev.tradepost.application.port.EventSink;
import dev.tradepost.application.port.FxOrderStore;
import dev.tradepost.domain.shared.HoldId;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.trade.FxEvent;
import dev.tradepost.domain.trade.FxOrder;
import dev.tradepost.domain.trade.Trade;
import dev.tradepost.persistence.shared.Batch;
import dev.tradepost.persistence.shared.Columns;
import dev.tradepost.persistence.shared.JdbiStore;
import dev.tradepost.persistence.shared.Timelines;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;

/** Orders of currencies; their trades and moves are written from their events. */
public final class JdbiFxOrders extends JdbiStore<OrderId, FxOrder> implements FxOrderStore {
  /** The trades that orders had when they were asked for. */
  private final Map<OrderId, List<Trade>> known = new HashMap<>();

  public JdbiFxOrders(Handle handle, EventSink events) {
    super(handle, events);
  }

  @Override
  protected OrderId idOf(FxOrder order) {
    return order.id();
  }

  @Override
  protected Collection<FxOrder> fetch(Collection<OrderId> ids, boolean lock) {
    return FxRows.orders(handle(), ids.stream().map(OrderId::value).toList(), lock);
  }

  @Override
  public Optional<OrderId> readByClientOrderId(UserId user, String clientOrderId) {
    Optional<OrderId> own =
        created().stream()
            .filter(it -> it.userId().equals(user))
            .filter(it -> it.clientOrderId().equals(Optional.of(clientOrderId)))
            .map(FxOrder::id)
            .findFirst();
    return own.or(
        () ->
            handle()
                .createQuery(
                    "SELECT id FROM fx_orders WHERE user_id = :user AND client_order_id = :name")
                .bind("user", user.value())
                .bind("name", clientOrderId)
                .map((row, context) -> new OrderId(Columns.uuid(row, "id")))
                .findFirst());
  }

  @Override
  public List<Trade> readTrades(FxOrder order) {
    lookUpTrades(List.of(order));
    return Stream.concat(known.get(order.id()).stream(), addedTo(order.id()).stream()).toList();
  }

  @Override
  public void lookUpTrades(Collection<FxOrder> orders) {
    List<FxOrder> missing = orders.stream().filter(it -> !known.containsKey(it.id())).toList();
    if (!missing.isEmpty()) {
      Map<OrderId, List<Trade>> read = FxRows.trades(handle(), missing);
      missing.forEach(it -> known.put(it.id(), read.getOrDefault(it.id(), List.of())));
    }
  }

  private List<Trade> addedTo(OrderId id) {
    return added().stream().filter(it -> it.order.equals(id)).map(Added::trade).toList();
  }

  @Override
  public void flush() {
    insertNew(
        """
        INSERT INTO fx_orders
          (id, order_number, user_id, base, quote, tick, lot_minor, side, order_type,
           amount_minor, price, settlement, client_order_id, status, filled_minor, notional,
           hold_id, created_at, updated_at, version)
        VALUES (:id, :number, :user, :base, :quote, :tick, :lot, :side, :type,
           :amount, :price, :settlement, :clientOrderId, :status, :filled, :notional,
           :hold, :created, :updated, :version)""",
        (batch, order) -> {
          bindState(batch, order);
          bindWish(batch, order);
        });
    updateOld(
        """
        UPDATE fx_orders
        SET amount_minor = :amount, status = :status, filled_minor = :filled,
            notional = :notional, hold_id = :hold, updated_at = :updated, version = :version
        WHERE id = :id AND version = :before""",
        JdbiFxOrders::bindState);
    flushTrades();
    flushTimeline();
  }

  private void flushTrades() {
    batch(
        """
        INSERT INTO trades (id, order_id, line, amount_minor, price, external_trade_id, at)
        VALUES (:id, :order, :line, :amount, :price, :external, :at)""",
        added(),
        (batch, it) ->
            batch
                .bind("id", it.trade.id().value())
                .bind("order", it.order.value())
                .bind("line", it.line)
                .bind("amount", it.trade.executedAmount().minor())
                .bind("price", it.trade.executedPrice())
                .bind("external", it.trade.externalTradeId().orElse(null))
                .bind("at", timestamp(it.trade.timestamp())));
  }

  private void flushTimeline() {
    List<Timelines.Move> moves = new ArrayList<>();
    steps()
        .forEach(
            step ->
                TimelineEntry.of(step)
                    .forEach(it -> moves.add(new Timelines.Move(step.state().id(), it))));
    batch(Timelines.insert("fx_order_transitions"), moves, Timelines::bind);
  }

  /** A trade of this unit of work; its line is the version that it made. */
  private record Added(OrderId order, long line, Trade trade) {}

  private List<Added> added() {
    List<Added> all = new ArrayList<>();
    for (Staged<FxOrder> staged : steps()) {
      staged.eachEvent(
          (event, version) -> {
            if (event instanceof FxEvent.TradeAdded it) {
              all.add(new Added(staged.state().id(), version, it.trade()));
            }
          });
    }
    return all;
  }

  private static void bindState(Batch batch, FxOrder order) {
    batch
        .bind("id", order.id().value())
        .bind("amount", order.amount().minor())
        .bind("status", order.status().name())
        .bind("filled", order.filled().minor())
        .bind("notional", order.notional())
        .bind("hold", order.hold().map(HoldId::value).orElse(null))
        .bind("updated", timestamp(order.updatedAt()))
        .bind("version", order.version());
  }

  private static void bindWish(Batch batch, FxOrder order) {
    batch
        .bind("number", order.number().value())
        .bind("user", order.userId().value())
        .bind("base", order.pair().base().getCurrencyCode())
        .bind("quote", order.pair().quote().getCurrencyCode())
        .bind("tick", order.instrument().tick())
        .bind("lot", order.instrument().lot().minor())
        .bind("side", order.side().name())
        .bind("type", order.type().name())
        .bind("price", order.price())
        .bind("settlement", order.settlement().name())
        .bind("clientOrderId", order.clientOrderId().orElse(null))
        .bind("created", timestamp(order.createdAt()));
  }
}
