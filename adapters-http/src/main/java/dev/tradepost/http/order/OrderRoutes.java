package dev.tradepost.http.order;

import dev.tradepost.application.Shop;
import dev.tradepost.application.order.AnyOrder;
import dev.tradepost.application.order.OrderView;
import dev.tradepost.application.order.OrderViews;
import dev.tradepost.application.order.Orders;
import dev.tradepost.application.order.TimelineEntry;
import dev.tradepost.application.trade.FxOrderView;
import dev.tradepost.application.trade.FxOrderViews;
import dev.tradepost.domain.order.OrderReason;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.trade.FxStatus;
import dev.tradepost.http.shared.Api;
import dev.tradepost.http.shared.Call;
import dev.tradepost.http.shared.HttpReason;
import dev.tradepost.http.shared.Listing;
import dev.tradepost.http.shared.Reply;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Placing and reading orders. */
public final class OrderRoutes {
  private final Api api;
  private final OrderViews views;
  private final FxOrderViews fxOrders;
  private final Shop shop;

  private OrderRoutes(Api api, OrderViews views, FxOrderViews fxOrders, Shop shop) {
    this.api = api;
    this.views = views;
    this.fxOrders = fxOrders;
    this.shop = shop;
  }

  /** Puts the routes up. */
  public static void install(Api api, OrderViews views, FxOrderViews fxOrders, Shop shop) {
    OrderRoutes routes = new OrderRoutes(api, views, fxOrders, shop);
    api.post("/orders", routes::place);
    api.get(
        "/orders",
        routes::list,
        "kind",
        "status",
        "from",
        "to",
        "q",
        "sort",
        "userId",
        "limit",
        "page",
        "cursor");
    api.get("/orders/{id}", routes::get);
    api.get("/orders/{id}/status", routes::status);
    api.get("/orders/{id}/timeline", routes::timeline);
  }

  /** The id in the path; one that is none names no order. */
  public static OrderId id(Call call) {
    return call.path(
        "id",
        text -> new OrderId(Call.uuid(text)),
        () -> new Rejection(OrderReason.ORDER_NOT_FOUND, "there is no such order"));
  }

  /** The answer to a placed order. */
  public static Reply created(AnyOrder order) {
    return Reply.created("/orders/" + order.id(), order.version(), response(order));
  }

  /** The answer to a changed order. */
  static Reply changed(AnyOrder order) {
    return Reply.ok(order.version(), response(order));
  }

  /** An order of either kind as clients see it. */
  static Object response(AnyOrder order) {
    return order instanceof OrderView goods
        ? OrderResponse.of(goods)
        : FxOrderResponse.of((FxOrderView) order);
  }

  /** A body with items makes an order of goods, one with a pair an order of currencies. */
  private Reply place(Call call) {
    Set<String> fields = call.fields();
    boolean goods = fields.contains("items");
    boolean fx = fields.contains("pair");
    if (!fields.isEmpty() && goods == fx) {
      throw new Rejection(
              HttpReason.INVALID_REQUEST,
              "send either items, for an order of goods, or pair, type, amount and price, for an"
                  + " order of currencies")
          .at(goods ? "pair" : "items");
    }
    return fx
        ? api.run(call, call.body(FxPlaceRequest.class).command(), OrderRoutes::created)
        : api.run(call, call.body(PlaceRequest.class).command(), OrderRoutes::created);
  }

  private Reply get(Call call) {
    return changed(find(call));
  }

  record StatusResponse(OrderId orderId, String status) {}

  private Reply status(Call call) {
    AnyOrder order = find(call);
    return Reply.ok(new StatusResponse(order.id(), order.status()));
  }

  record TimelineResponse(List<TimelineEntry> data) {}

  private Reply timeline(Call call) {
    OrderId id = id(call);
    List<TimelineEntry> entries = views.timeline(id, call.actor());
    if (entries.isEmpty()) {
      throw Orders.notFound(id);
    }
    return Reply.ok(new TimelineResponse(entries));
  }

  private Reply list(Call call) {
    var request = call.page();
    Optional<AnyOrder.Kind> kind =
        call.oneOf("kind", OrderResponse.KIND, FxOrderResponse.KIND).map(AnyOrder.Kind::valueOf);
    var filter =
        new OrderViews.Filter(
            call.whose(),
            call.oneOf("status", statuses()),
            call.time("from"),
            call.time("to"),
            call.parameter("q"),
            call.oneOf("sort", "createdAt", "-createdAt").map("createdAt"::equals).orElse(false));
    return Reply.ok(
        Listing.of(views.listAny(kind, filter, request), request, OrderRoutes::response));
  }

  private String[] statuses() {
    return Stream.concat(shop.statuses().stream(), Arrays.stream(FxStatus.values()).map(Enum::name))
        .distinct()
        .toArray(String[]::new);
  }

  private AnyOrder find(Call call) {
    OrderId id = id(call);
    return views
        .find(id, call.actor())
        .<AnyOrder>map(it -> it)
        .or(() -> fxOrders.find(id, call.actor()))
        .orElseThrow(() -> Orders.notFound(id));
  }
}
