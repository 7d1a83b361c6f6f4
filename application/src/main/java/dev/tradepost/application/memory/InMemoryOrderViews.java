package dev.tradepost.application.memory;

import dev.tradepost.application.Actor;
import dev.tradepost.application.order.AnyOrder;
import dev.tradepost.application.order.OrderView;
import dev.tradepost.application.order.OrderViews;
import dev.tradepost.application.order.TimelineEntry;
import dev.tradepost.application.port.Page;
import dev.tradepost.application.trade.FxOrderView;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.trade.FxOrder;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Orders of both kinds, read over the tables. */
final class InMemoryOrderViews implements OrderViews {
  private final Tables tables;

  InMemoryOrderViews(Tables tables) {
    this.tables = tables;
  }

  @Override
  public Optional<OrderView> find(OrderId id, Actor reader) {
    return tables.locked(
        () ->
            Optional.ofNullable(tables.orders.get(id))
                .filter(order -> reader.mayActFor(order.userId()))
                .map(this::view));
  }

  Optional<FxOrderView> findFx(OrderId id, Actor reader) {
    return tables.locked(
        () ->
            Optional.ofNullable(tables.fxOrders.get(id))
                .filter(order -> reader.mayActFor(order.userId()))
                .map(this::view));
  }

  @Override
  public Page<OrderView> list(Filter filter, Page.Request request) {
    return tables.locked(() -> page(goods(filter), filter, request));
  }

  @Override
  public Page<AnyOrder> listAny(Optional<AnyOrder.Kind> kind, Filter filter, Page.Request request) {
    return tables.locked(
        () -> {
          Stream<AnyOrder> goods =
              kind.equals(Optional.of(AnyOrder.Kind.FX))
                  ? Stream.of()
                  : goods(filter).map(it -> it);
          Stream<AnyOrder> fx =
              kind.equals(Optional.of(AnyOrder.Kind.GOODS))
                  ? Stream.of()
                  : fx(filter).map(it -> it);
          return page(Stream.concat(goods, fx), filter, request);
        });
  }

  @Override
  public List<TimelineEntry> timeline(OrderId id, Actor reader) {
    return tables.locked(
        () ->
            find(id, reader).isPresent() || findFx(id, reader).isPresent()
                ? List.copyOf(tables.timelines.get(id))
                : List.of());
  }

  private static <T extends AnyOrder> Page<T> page(
      Stream<T> orders, Filter filter, Page.Request request) {
    return InMemoryViews.page(
        orders,
        request,
        filter.oldestFirst(),
        it -> new Page.Cursor(it.createdAt(), it.id().toString()));
  }

  private Stream<OrderView> goods(Filter filter) {
    return tables.orders.values().stream()
        .map(this::view)
        .filter(it -> matches(it, filter, names(it)));
  }

  private Stream<FxOrderView> fx(Filter filter) {
    return tables.fxOrders.values().stream()
        .map(this::view)
        .filter(it -> matches(it, filter, it.order().clientOrderId().stream()));
  }

  /** What an order of goods can be found by, beside a part of its number. */
  private static Stream<String> names(OrderView view) {
    return Stream.concat(
        view.order().lines().stream().map(line -> line.productId().value()),
        view.shipments().stream().flatMap(it -> it.trackingNumber().stream()));
  }

  private static boolean matches(AnyOrder order, Filter filter, Stream<String> names) {
    return filter.user().map(order.userId()::equals).orElse(true)
        && filter.status().map(order.status()::equals).orElse(true)
        && filter.from().map(from -> !order.createdAt().isBefore(from)).orElse(true)
        && filter.to().map(order.createdAt()::isBefore).orElse(true)
        && (filter.text().map(order.number()::isFoundBy).orElse(true)
            || names.anyMatch(filter.text().orElseThrow()::equals));
  }

  private OrderView view(Order order) {
    return new OrderView(
        order,
        tables.shipments.values().stream()
            .filter(shipment -> shipment.orderId().equals(order.id()))
            .toList());
  }

  private FxOrderView view(FxOrder order) {
    return new FxOrderView(order, tables.trades.getOrDefault(order.id(), List.of()));
  }
}
