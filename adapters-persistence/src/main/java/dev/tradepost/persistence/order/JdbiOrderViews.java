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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.StringJoiner;
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

  /** As the databases sort: UUIDs by their bytes, which is how their text is sorted, too. */
  private static final Comparator<AnyOrder> OLDEST_FIRST =
      Comparator.comparing(AnyOrder::createdAt).thenComparing(it -> it.id().toString());

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
    return reads.with(handle -> page(goods(handle, filter, request), request));
  }

  @Override
  public Page<AnyOrder> listAny(Optional<AnyOrder.Kind> kind, Filter filter, Page.Request request) {
    List<AnyOrder.Kind> kinds = kind.map(List::of).orElse(List.of(AnyOrder.Kind.values()));
    return reads.with(
        handle -> {
          List<AnyOrder> fetched = new ArrayList<>();
          begin(handle, kinds, filter, request)
              .ifPresent(from -> kinds.forEach(it -> fetched.addAll(of(handle, it, filter, from))));
          fetched.sort(filter.oldestFirst() ? OLDEST_FIRST : OLDEST_FIRST.reversed());
          return page(fetched.stream().limit(request.limit() + 1L).toList(), request);
        });
  }

  /** A page of one kind. */
  private List<? extends AnyOrder> of(
      Handle handle, AnyOrder.Kind kind, Filter filter, Page.Request request) {
    return switch (kind) {
      case GOODS -> goods(handle, filter, request);
      case FX -> fxOrders.read(handle, query(handle, AnyOrder.Kind.FX, filter, request));
    };
  }

  private List<OrderView> goods(Handle handle, Filter filter, Page.Request request) {
    return views(
        handle, OrderRows.read(handle, shop, query(handle, AnyOrder.Kind.GOODS, filter, request)));
  }

  private static String table(AnyOrder.Kind kind) {
    return kind == AnyOrder.Kind.FX ? "fx_orders" : "orders";
  }

  private static Query query(
      Handle handle, AnyOrder.Kind kind, Filter filter, Page.Request request) {
    String table = table(kind);
    String sql =
        "SELECT * FROM %s WHERE %s%s%s"
            .formatted(
                table,
                Pages.after(request, "created_at", "id", filter.oldestFirst()),
                conditions(table, filter),
                Pages.order("created_at", "id", filter.oldestFirst()));
    return Pages.bindUuid(bind(handle.createQuery(sql), filter), request);
  }

  /**
   * A page that is asked for by its number, as the page after the last order before it: so no more
   * of each kind is read in full than the page has.
   *
   * @return empty where the list is not that long
   */
  private static Optional<Page.Request> begin(
      Handle handle, List<AnyOrder.Kind> kinds, Filter filter, Page.Request request) {
    if (request.offset() == 0) {
      return Optional.of(request);
    }
    StringJoiner parts = new StringJoiner(" UNION ALL ");
    for (AnyOrder.Kind kind : kinds) {
      String table = table(kind);
      parts.add(
          "(SELECT id, created_at FROM %s WHERE TRUE%s%s)"
              .formatted(
                  table,
                  conditions(table, filter),
                  Pages.before(request, "created_at", "id", filter.oldestFirst())));
    }
    String sql =
        "SELECT id, created_at FROM (%s) o%s"
            .formatted(parts, Pages.lastBefore(request, "created_at", "id", filter.oldestFirst()));
    return bind(handle.createQuery(sql), filter)
        .map(
            (row, context) ->
                new Page.Cursor(
                    Columns.instant(row, "created_at"), Columns.uuid(row, "id").toString()))
        .findOne()
        .map(last -> new Page.Request(request.limit(), 1, Optional.of(last)));
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

  private static Query bind(Query query, Filter filter) {
    filter.user().ifPresent(it -> query.bind("user", it.value()));
    filter.status().ifPresent(it -> query.bind("status", it));
    filter.from().ifPresent(it -> query.bind("from", Columns.timestamp(it)));
    filter.to().ifPresent(it -> query.bind("to", Columns.timestamp(it)));
    filter.text().ifPresent(it -> bind(query, it));
    return query;
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

  private static List<OrderView> views(Handle handle, List<Order> orders) {
    Map<OrderId, List<Shipment>> shipments =
        ShipmentRows.ofOrders(handle, orders.stream().map(Order::id).toList(), false).stream()
            .collect(Collectors.groupingBy(Shipment::orderId));
    return orders.stream()
        .map(order -> new OrderView(order, shipments.getOrDefault(order.id(), List.of())))
        .toList();
  }
}
