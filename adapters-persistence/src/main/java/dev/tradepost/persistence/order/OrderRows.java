package dev.tradepost.persistence.order;

import dev.tradepost.application.Shop;
import dev.tradepost.domain.order.Amounts;
import dev.tradepost.domain.order.MoneyState;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.OrderLifecycle;
import dev.tradepost.domain.order.OrderLine;
import dev.tradepost.domain.order.TaxRule;
import dev.tradepost.domain.order.Terms;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.OrderNumber;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.persistence.shared.Columns;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads orders with their lines: one statement for the heads, one for all lines. */
final class OrderRows {

  private OrderRows() {}

  static List<Order> read(Handle handle, Shop shop, Query heads) {
    List<Head> found = heads.map((row, context) -> head(row)).list();
    if (found.isEmpty()) {
      return List.of();
    }
    Map<UUID, List<OrderLine>> lines = lines(handle, found);
    return found.stream().map(head -> head.order(shop, lines.get(head.id))).toList();
  }

  private record Head(
      UUID id,
      String number,
      String user,
      String lifecycle,
      String status,
      Amounts amounts,
      MoneyState moneyState,
      Terms terms,
      java.time.Instant createdAt,
      java.time.Instant updatedAt,
      long version) {

    Order order(Shop shop, List<OrderLine> lines) {
      return new Order(
          new OrderId(id),
          new OrderNumber(number),
          new UserId(user),
          lifecycle(shop),
          status,
          lines,
          amounts,
          moneyState,
          terms,
          createdAt,
          updatedAt,
          version);
    }

    /** Start-up has made sure of it, unless another server writes under other lifecycles. */
    private OrderLifecycle lifecycle(Shop shop) {
      OrderLifecycle known = shop.lifecycles().get(lifecycle);
      if (known == null || !known.table().states().contains(status)) {
        throw new IllegalStateException(
            "order %s is in state %s of lifecycle %s, which this server is not configured with"
                    .formatted(number, status, lifecycle)
                + ": start every server with the same --lifecycles");
      }
      return known;
    }
  }

  private static Head head(ResultSet row) throws SQLException {
    Currency currency = Columns.currency(row);
    return new Head(
        Columns.uuid(row, "id"),
        row.getString("order_number"),
        row.getString("user_id"),
        row.getString("lifecycle"),
        row.getString("status"),
        new Amounts(
            Columns.money(row, "items_minor", currency),
            Columns.money(row, "discount_minor", currency),
            Columns.money(row, "tax_minor", currency),
            Columns.money(row, "shipping_minor", currency),
            Columns.money(row, "cancelled_minor", currency)),
        MoneyState.valueOf(row.getString("payment_status")),
        new Terms(
            AddressJson.read(row.getString("shipping_address")),
            AddressJson.read(row.getString("billing_address")),
            Columns.text(row, "coupon"),
            tax(row)),
        Columns.instant(row, "created_at"),
        Columns.instant(row, "updated_at"),
        row.getLong("version"));
  }

  private static TaxRule tax(ResultSet row) throws SQLException {
    return new TaxRule(
        row.getBigDecimal("tax_percent"),
        TaxRule.Level.valueOf(row.getString("tax_level")),
        RoundingMode.valueOf(row.getString("tax_rounding")));
  }

  private static Map<UUID, List<OrderLine>> lines(Handle handle, List<Head> heads) {
    Map<UUID, Currency> currencies = new HashMap<>();
    heads.forEach(head -> currencies.put(head.id, head.amounts.items().currency()));
    Map<UUID, List<OrderLine>> lines = new HashMap<>();
    handle
        .createQuery(
            "SELECT * FROM order_items WHERE order_id = ANY (:ids) ORDER BY order_id, line")
        .bindArray("ids", UUID.class, new ArrayList<>(currencies.keySet()))
        .map(
            (row, context) -> {
              UUID order = Columns.uuid(row, "order_id");
              return lines
                  .computeIfAbsent(order, id -> new ArrayList<>())
                  .add(line(row, currencies.get(order)));
            })
        .list();
    return lines;
  }

  private static OrderLine line(ResultSet row, Currency currency) throws SQLException {
    Money unitPrice = Columns.money(row, "unit_price_minor", currency);
    return new OrderLine(
        new ProductId(row.getString("product_id")),
        row.getString("name"),
        Columns.text(row, "sku"),
        row.getInt("quantity"),
        unitPrice,
        Columns.money(row, "total_minor", currency),
        Columns.money(row, "discount_minor", currency),
        Columns.money(row, "tax_minor", currency),
        row.getInt("cancelled"),
        row.getInt("returned"));
  }
}
