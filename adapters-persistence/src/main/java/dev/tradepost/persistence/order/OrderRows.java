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
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads orders with their lines. */
final class OrderRows {
  /** A line's own columns, by names that the order has not. */
  private static final String LINE =
      """
      i.order_id, i.product_id, i.name, i.sku, i.quantity, i.unit_price_minor,
      i.total_minor AS line_total_minor, i.discount_minor AS line_discount_minor,
      i.tax_minor AS line_tax_minor, i.cancelled, i.returned""";

  private OrderRows() {}

  /** One order by one statement, so that who locks nothing sees it as of one moment. */
  static Optional<Order> find(Handle handle, Shop shop, UUID id) {
    AtomicReference<Head> head = new AtomicReference<>();
    List<OrderLine> lines =
        handle
            .createQuery(
                "SELECT o.*, "
                    + LINE
                    + " FROM orders o JOIN order_items i ON i.order_id = o.id"
                    + " WHERE o.id = :id ORDER BY i.line")
            .bind("id", id)
            .map(
                (row, context) -> {
                  if (head.get() == null) {
                    head.set(head(row));
                  }
                  return line(row, head.get().amounts.items().currency());
                })
            .list();
    return Optional.ofNullable(head.get()).map(it -> it.order(shop, lines));
  }

  /** By two statements: one for the heads, one for all lines. */
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
            "SELECT "
                + LINE
                + " FROM order_items i WHERE i.order_id = ANY (:ids) ORDER BY i.order_id, i.line")
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
        Columns.money(row, "line_total_minor", currency),
        Columns.money(row, "line_discount_minor", currency),
        Columns.money(row, "line_tax_minor", currency),
        row.getInt("cancelled"),
        row.getInt("returned"));
  }
}
