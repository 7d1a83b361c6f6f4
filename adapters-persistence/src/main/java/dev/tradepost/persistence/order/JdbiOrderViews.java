package dev.tradepost.persistence.order;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Shop;
import dev.tradepost.application.order.AnyOrder;
import dev.tradepost.application.order.OrderView;
import dev.tradepost.application.order.OrderViews;
import dev.tradepost.application.order.TimelineEntry;
import dev.tradepost.application.port.Page;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.OrderNumber;
import dev.tradepost.persistence.fulfilment.ShipmentRows;
import dev.tradepost.persistence.shared.Columns;
import dev.tradepost.persistence.shared.Pages;
import dev.tradepost.persistence.shared.Reads;
import dev.tradepost.persistence.shared.Timelines;
import dev.tradepost.persistence.trade.JdbiFxOrderViews;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads orders with their shipments, and lists of orders of both kinds. */
public final class JdbiOrderViews implements OrderViews {
  /** By how a number begins and ends, each by an index ({@link OrderNumber#isFoundBy}). */
  private static final String BY_NUMBER =
      """
      \sAND id IN (
        SELECT id FROM %1$s WHERE order_number LIKE :begin ESCAPE '!'
        UNION SELECT id FROM %1$s WHERE order_number LIKE :prefixed ESCAPE '!'
        UNION SELECT id FROM %1$s WHERE REVERSE(order_number) LIKE :reversed ESCAPE '!'
        UNION %2$s)""";

  /** Orders of goods can be found by a product in them and by the number of a shipment, too. */
  private static final String GOODS_BY_PARTS =
      """
      SELECT order_id FROM shipments WHERE tracking_number = :exact
        UNION SELECT order_id FROM order_items WHERE product_id = :exact""";

  private static final String FX_BY_PARTS =
      "SELECT id FROM fx_orders WHERE client_order_id = :exact";

  private final Reads reads;
  private final Shop shop;
  private final JdbiFxOrderViews fxOrders;

  public JdbiOrderViews(Reads reads, Shop shop, JdbiFxOrderViews fxOrders) {
    this.reads = reads;
    this.shop = shop;
    this.fxOrders = fxOrders;
  }

  @Override
  public Optional<OrderView> find(OrderId id, Actor reader) {
    return reads
        .with(
            handle ->
                OrderRows.find(handle, shop, id.value())
                    .map(order -> views(handle, List.of(order)).get(0)))
        .filter(view -> reader.mayActFor(view.order().userId()));
  }

  @Override
  public Page<OrderView> list(Filter filter, Page.Request request) {
    StringBuilder sql = new StringBuilder("SELECT * FROM orders WHERE ");
    sql.append(Pages.after(request, "created_at", "id", filter.oldestFirst()));
    sql.append(conditions("orders", filter));
    sql.append(Pages.order("created_at", "id", filter.oldestFirst()));
    return reads.with(
        handle ->
            page(read(handle, bind(handle.createQuery(sql.toString()), filter, request)), request));
  }

  @Override
  public Page<AnyOrder> listAny(Optional<AnyOrder.Kind> kind, Filter filter, Page.Request request) {
    StringJoiner tables = new StringJoiner(" UNION ALL ");
    for (AnyOrder.Kind one : AnyOrder.Kind.values()) {
      if (kind.isEmpty() || kind.get() == one) {
        String table = one == AnyOrder.Kind.FX ? "fx_orders" : "orders";
        tables.add(
            "(SELECT id, created_at FROM %s WHERE %s%s%s)"
                .formatted(
                    table,
                    Pages.after(request, "created_at", "id", filter.oldestFirst()),
                    conditions(table, filter),
                    Pages.part(request, "created_at", "id", filter.oldestFirst())));
      }
    }
    String sql =
        "SELECT id FROM (" + tables + ") o" + Pages.order("created_at", "id", filter.oldestFirst());
    return reads.with(
        handle -> {
          List<UUID> ids =
              bind(handle.createQuery(sql), filter, request)
                  .map((row, context) -> Columns.uuid(row, "id"))
                  .list();
          return page(both(handle, ids), request);
        });
  }

  /** The orders of these ids, of either kind, in this order. */
  private List<AnyOrder> both(Handle handle, List<UUID> ids) {
    if (ids.isEmpty()) {
      return List.of();
    }
    Map<UUID, AnyOrder> found = new HashMap<>();
    read(
            handle,
            handle
                .createQuery("SELECT * FROM orders WHERE id = ANY (:ids)")
                .bindArray("ids", UUID.class, ids))
        .forEach(it -> found.put(it.id().value(), it));
    fxOrders.ofIds(handle, ids).forEach(it -> found.put(it.id().value(), it));
    return ids.stream().map(found::get).toList();
  }

  private static <T extends AnyOrder> Page<T> page(List<T> fetched, Page.Request request) {
    return Page.of(fetched, request, it -> new Page.Cursor(it.createdAt(), it.id().toString()));
  }

  private static String conditions(String table, Filter filter) {
    StringBuilder sql = new StringBuilder();
    filter.user().ifPresent(it -> sql.append(" AND user_id = :user"));
    filter.status().ifPresent(it -> sql.append(" AND status = :status"));
    filter.from().ifPresent(it -> sql.append(" AND created_at >= :from"));
    filter.to().ifPresent(it -> sql.append(" AND created_at < :to"));
    filter
        .text()
        .ifPresent(
            it ->
                sql.append(
                    BY_NUMBER.formatted(
                        table, table.equals("orders") ? GOODS_BY_PARTS : FX_BY_PARTS)));
    return sql.toString();
  }

  private static Query bind(Query query, Filter filter, Page.Request request) {
    filter.user().ifPresent(it -> query.bind("user", it.value()));
    filter.status().ifPresent(it -> query.bind("status", it));
    filter.from().ifPresent(it -> query.bind("from", Columns.timestamp(it)));
    filter.to().ifPresent(it -> query.bind("to", Columns.timestamp(it)));
    filter.text().ifPresent(it -> bind(query, it));
    return Pages.bindUuid(query, request);
  }

  private static void bind(Query query, String text) {
    String part = text.toUpperCase(Locale.ROOT);
    query
        .bind("begin", Pages.literally(part) + "%")
        .bind("prefixed", Pages.literally(OrderNumber.PREFIX + part) + "%")
        .bind("reversed", Pages.literally(Reversed.of(part)) + "%")
        .bind("exact", text);
  }

  @Override
  public List<TimelineEntry> timeline(OrderId id, Actor reader) {
    if (find(id, reader).isPresent()) {
      return reads.with(handle -> Timelines.read(handle, "order_transitions", id));
    }
    return fxOrders.find(id, reader).isPresent()
        ? reads.with(handle -> Timelines.read(handle, "fx_order_transitions", id))
        : List.of();
  }

  private List<OrderView> read(Handle handle, Query heads) {
    return views(handle, OrderRows.read(handle, shop, heads));
  }

  private static List<OrderView> views(Handle handle, List<Order> orders) {
    Map<OrderId, List<Shipment>> shipments =
        ShipmentRows.ofOrders(handle, orders.stream().map(Order::id).toList(), false).stream()
            .collect(Collectors.groupingBy(Shipment::orderId));
    return orders.stream()
        .map(order -> new OrderView(order, shipments.getOrDefault(order.id(), List.of())))
        .toList();
  }
}
