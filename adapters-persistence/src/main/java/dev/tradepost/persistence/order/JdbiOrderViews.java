package dev.tradepost.persistence.order;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Shop;
import dev.tradepost.application.order.OrderView;
import dev.tradepost.application.order.OrderViews;
import dev.tradepost.application.order.TimelineEntry;
import dev.tradepost.application.port.Page;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.OrderAction;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.persistence.fulfilment.ShipmentRows;
import dev.tradepost.persistence.shared.Columns;
import dev.tradepost.persistence.shared.Pages;
import dev.tradepost.persistence.shared.Reads;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads orders with their shipments. */
public final class JdbiOrderViews implements OrderViews {
  private final Reads reads;
  private final Shop shop;

  public JdbiOrderViews(Reads reads, Shop shop) {
    this.reads = reads;
    this.shop = shop;
  }

  @Override
  public Optional<OrderView> find(OrderId id, Actor reader) {
    return reads
        .with(
            handle ->
                read(
                    handle,
                    handle
                        .createQuery("SELECT * FROM orders WHERE id = :id")
                        .bind("id", id.value())))
        .stream()
        .filter(view -> reader.mayActFor(view.order().userId()))
        .findFirst();
  }

  @Override
  public Page<OrderView> list(Filter filter, Page.Request request) {
    StringBuilder sql = new StringBuilder("SELECT * FROM orders WHERE ");
    sql.append(Pages.after(request, "created_at", "id", filter.oldestFirst()));
    Map<String, Object> bindings = new HashMap<>();
    filter.user().ifPresent(user -> and(sql, bindings, "user_id = :user", "user", user.value()));
    filter.status().ifPresent(status -> and(sql, bindings, "status = :status", "status", status));
    filter
        .from()
        .ifPresent(at -> and(sql, bindings, "created_at >= :from", "from", Columns.timestamp(at)));
    filter
        .to()
        .ifPresent(at -> and(sql, bindings, "created_at < :to", "to", Columns.timestamp(at)));
    filter
        .text()
        .ifPresent(
            text ->
                and(
                    sql,
                    bindings,
                    "LOWER(order_number) LIKE :text ESCAPE '\\'",
                    "text",
                    Pages.anywhere(text)));
    sql.append(Pages.order("created_at", "id", filter.oldestFirst()));
    return reads.with(
        handle -> {
          Query query = handle.createQuery(sql.toString()).bindMap(bindings);
          return Page.of(
              read(handle, Pages.bindUuid(query, request)),
              request,
              it -> new Page.Cursor(it.order().createdAt(), it.order().id().toString()));
        });
  }

  @Override
  public List<TimelineEntry> timeline(OrderId id, Actor reader) {
    if (find(id, reader).isEmpty()) {
      return List.of();
    }
    return reads.with(
        handle ->
            handle
                .createQuery("SELECT * FROM order_transitions WHERE order_id = :id ORDER BY seq")
                .bind("id", id.value())
                .map(
                    (row, context) ->
                        new TimelineEntry(
                            row.getLong("seq"),
                            Columns.instant(row, "at"),
                            Columns.text(row, "from_state"),
                            row.getString("to_state"),
                            Columns.text(row, "action").map(OrderAction::valueOf),
                            row.getString("reason"),
                            new UserId(row.getString("actor"))))
                .list());
  }

  private List<OrderView> read(Handle handle, Query heads) {
    List<Order> orders = OrderRows.read(handle, shop, heads);
    Map<OrderId, List<Shipment>> shipments =
        ShipmentRows.ofOrders(handle, orders.stream().map(Order::id).toList(), false).stream()
            .collect(Collectors.groupingBy(Shipment::orderId));
    return orders.stream()
        .map(order -> new OrderView(order, shipments.getOrDefault(order.id(), List.of())))
        .toList();
  }

  private static void and(
      StringBuilder sql, Map<String, Object> bindings, String condition, String name, Object it) {
    sql.append(" AND ").append(condition);
    bindings.put(name, it);
  }
}
