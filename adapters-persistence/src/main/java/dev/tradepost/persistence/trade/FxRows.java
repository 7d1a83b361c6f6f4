package dev.tradepost.persistence.trade;

import dev.tradepost.domain.shared.HoldId;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.OrderNumber;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.trade.FxOrder;
import dev.tradepost.domain.trade.FxStatus;
import dev.tradepost.domain.trade.Instrument;
import dev.tradepost.domain.trade.OrderType;
import dev.tradepost.domain.trade.Pair;
import dev.tradepost.domain.trade.Settlement;
import dev.tradepost.domain.trade.Side;
import dev.tradepost.domain.trade.Trade;
import dev.tradepost.domain.trade.TradeId;
import dev.tradepost.persistence.shared.Columns;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads orders of currencies and their trades. */
final class FxRows {

  private FxRows() {}

  static List<FxOrder> orders(Handle handle, List<UUID> ids, boolean lock) {
    String sql = "SELECT * FROM fx_orders WHERE id = ANY (:ids) ORDER BY id";
    return orders(
        handle.createQuery(lock ? sql + " FOR UPDATE" : sql).bindArray("ids", UUID.class, ids));
  }

  static List<FxOrder> orders(Query query) {
    return query.map((row, context) -> order(row)).list();
  }

  /** The trades of these orders, the first one of each first. */
  static Map<OrderId, List<Trade>> trades(Handle handle, List<FxOrder> orders) {
    Map<UUID, Currency> bases = new HashMap<>();
    orders.forEach(order -> bases.put(order.id().value(), order.pair().base()));
    Map<OrderId, List<Trade>> trades = new HashMap<>();
    handle
        .createQuery("SELECT * FROM trades WHERE order_id = ANY (:ids) ORDER BY order_id, line")
        .bindArray("ids", UUID.class, new ArrayList<>(bases.keySet()))
        .map(
            (row, context) -> {
              UUID id = Columns.uuid(row, "order_id");
              return trades
                  .computeIfAbsent(new OrderId(id), key -> new ArrayList<>())
                  .add(trade(row, bases.get(id)));
            })
        .list();
    return trades;
  }

  static Trade trade(ResultSet row, Currency base) throws SQLException {
    return new Trade(
        new TradeId(Columns.uuid(row, "id")),
        Columns.money(row, "amount_minor", base),
        decimal(row, "price"),
        Columns.text(row, "external_trade_id"),
        Columns.instant(row, "at"));
  }

  private static FxOrder order(ResultSet row) throws SQLException {
    Pair pair =
        new Pair(
            Currency.getInstance(row.getString("base")),
            Currency.getInstance(row.getString("quote")));
    Instrument instrument =
        new Instrument(
            pair, decimal(row, "tick"), new Money(row.getLong("lot_minor"), pair.base()));
    return new FxOrder(
        new OrderId(Columns.uuid(row, "id")),
        new OrderNumber(row.getString("order_number")),
        new UserId(row.getString("user_id")),
        instrument,
        Side.valueOf(row.getString("side")),
        OrderType.valueOf(row.getString("order_type")),
        Columns.money(row, "amount_minor", pair.base()),
        decimal(row, "price"),
        Settlement.valueOf(row.getString("settlement")),
        Columns.text(row, "client_order_id"),
        FxStatus.valueOf(row.getString("status")),
        Columns.money(row, "filled_minor", pair.base()),
        decimal(row, "notional"),
        Optional.ofNullable(Columns.uuid(row, "hold_id")).map(HoldId::new),
        Columns.instant(row, "created_at"),
        Columns.instant(row, "updated_at"),
        row.getLong("version"));
  }

  /** Without the zeros that the column's scale adds. */
  private static BigDecimal decimal(ResultSet row, String column) throws SQLException {
    return row.getBigDecimal(column).stripTrailingZeros();
  }
}
