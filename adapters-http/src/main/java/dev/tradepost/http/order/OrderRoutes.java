package dev.tradepost.http.order;

import dev.tradepost.application.Actor;
import dev.tradepost.application.ApplicationReason;
import dev.tradepost.application.Role;
import dev.tradepost.application.Shop;
import dev.tradepost.application.order.OrderView;
import dev.tradepost.application.order.OrderViews;
import dev.tradepost.application.order.Orders;
import dev.tradepost.application.order.PlaceOrder;
import dev.tradepost.application.order.TimelineEntry;
import dev.tradepost.domain.order.OrderReason;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.http.shared.Api;
import dev.tradepost.http.shared.Call;
import dev.tradepost.http.shared.Listing;
import dev.tradepost.http.shared.Reply;
import java.util.List;
import java.util.Optional;

/** Placing and reading orders. */
public final class OrderRoutes {
  private final Api api;
  private final OrderViews views;
  private final Shop shop;

  private OrderRoutes(Api api, OrderViews views, Shop shop) {
    this.api = api;
    this.views = views;
    this.shop = shop;
  }

  /** Puts the routes up. */
  public static void install(Api api, OrderViews views, Shop shop) {
    OrderRoutes routes = new OrderRoutes(api, views, shop);
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
  public static Reply created(OrderView view) {
    return Reply.created(
        "/orders/" + view.order().id(), view.order().version(), OrderResponse.of(view));
  }

  /** The answer to a changed order. */
  static Reply changed(OrderView view) {
    return Reply.ok(view.order().version(), OrderResponse.of(view));
  }

  private Reply place(Call call) {
    PlaceOrder command = call.body(PlaceRequest.class).command();
    return api.run(call, command, OrderRoutes::created);
  }

  private Reply get(Call call) {
    return changed(find(call));
  }

  record StatusResponse(OrderId orderId, String status) {}

  private Reply status(Call call) {
    OrderView view = find(call);
    return Reply.ok(new StatusResponse(view.order().id(), view.order().status()));
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
    call.oneOf("kind", OrderResponse.KIND);
    var filter =
        new OrderViews.Filter(
            whose(call),
            call.oneOf("status", shop.statuses().toArray(String[]::new)),
            call.time("from"),
            call.time("to"),
            call.parameter("q"),
            call.oneOf("sort", "createdAt", "-createdAt").map("createdAt"::equals).orElse(false));
    return Reply.ok(Listing.of(views.list(filter, request), request, OrderResponse::of));
  }

  /** The caller's own orders; for staff those of a user, or everybody's where none is named. */
  private static Optional<UserId> whose(Call call) {
    Actor actor = call.actor();
    Optional<UserId> asked = call.parameter("userId").map(UserId::new);
    if (actor.has(Role.STAFF)) {
      return asked;
    }
    if (asked.isPresent() && !asked.get().equals(actor.userId())) {
      throw new Rejection(
          ApplicationReason.NOT_FOR_OTHERS, "only staff may list the orders of other users");
    }
    return Optional.of(actor.userId());
  }

  private OrderView find(Call call) {
    OrderId id = id(call);
    return views.find(id, call.actor()).orElseThrow(() -> Orders.notFound(id));
  }
}
