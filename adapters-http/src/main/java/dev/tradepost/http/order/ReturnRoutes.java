package dev.tradepost.http.order;

import dev.tradepost.application.fulfilment.DecideReturn;
import dev.tradepost.application.fulfilment.FulfilmentViews;
import dev.tradepost.application.fulfilment.ReceiveReturn;
import dev.tradepost.application.fulfilment.RefundReturn;
import dev.tradepost.application.fulfilment.RequestReturn;
import dev.tradepost.application.order.OrderViews;
import dev.tradepost.application.order.Orders;
import dev.tradepost.domain.fulfilment.FulfilmentReason;
import dev.tradepost.domain.fulfilment.Return;
import dev.tradepost.domain.fulfilment.ReturnStatus;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.ReturnId;
import dev.tradepost.http.shared.Api;
import dev.tradepost.http.shared.Call;
import dev.tradepost.http.shared.Reply;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Pieces of orders on their way back. */
public final class ReturnRoutes {
  private final Api api;
  private final OrderViews orders;
  private final FulfilmentViews views;
  private final OrderRefunds refunds;

  private ReturnRoutes(Api api, OrderViews orders, FulfilmentViews views, OrderRefunds refunds) {
    this.api = api;
    this.orders = orders;
    this.views = views;
    this.refunds = refunds;
  }

  /** Puts the routes up. */
  public static void install(
      Api api, OrderViews orders, FulfilmentViews views, OrderRefunds refunds) {
    ReturnRoutes routes = new ReturnRoutes(api, orders, views, refunds);
    api.post("/orders/{id}/returns", routes::request);
    api.get("/orders/{id}/returns", routes::list);
    api.get("/returns/{id}", routes::get);
    api.post("/returns/{id}/approve", call -> routes.decide(call, true));
    api.post("/returns/{id}/reject", call -> routes.decide(call, false));
    api.post("/returns/{id}/receive", routes::receive);
    api.post("/returns/{id}/refund", routes::refund);
  }

  record ReturnRequest(
      @NotEmpty @Size(max = 200) List<@NotNull @Valid ItemRequest> items,
      @NotBlank @Size(max = 500) String reason) {}

  record PartRequest(
      @NotNull @Pattern(regexp = Call.ID) String productId,
      @NotNull @Min(1) Integer quantity,
      @Pattern(regexp = "GOOD|DAMAGED") String condition) {

    ReceiveReturn.Part part() {
      return new ReceiveReturn.Part(
          new ProductId(productId), quantity, "DAMAGED".equals(condition));
    }
  }

  record ReceiveRequest(
      @Size(min = 1, max = 200) List<@NotNull @Valid PartRequest> items, Boolean restock) {}

  record RefundRequest(BigDecimal amount) {}

  record ItemResponse(
      ProductId productId, int quantity, Optional<Integer> received, int restocked) {}

  record ReturnResponse(
      ReturnId id,
      OrderId orderId,
      ReturnStatus status,
      List<ItemResponse> items,
      String reason,
      Optional<Money> refundedAmount,
      Optional<String> currency,
      long version,
      Instant createdAt,
      Instant updatedAt) {

    static ReturnResponse of(Return it) {
      return new ReturnResponse(
          it.id(),
          it.orderId(),
          it.status(),
          it.items().stream()
              .map(
                  item ->
                      new ItemResponse(
                          item.productId(), item.quantity(), item.received(), item.restocked()))
              .toList(),
          it.reason(),
          it.refunded(),
          it.refunded().map(money -> money.currency().getCurrencyCode()),
          it.version(),
          it.createdAt(),
          it.updatedAt());
    }
  }

  record ReturnsResponse(List<ReturnResponse> data) {}

  private Reply request(Call call) {
    ReturnRequest body = call.body(ReturnRequest.class);
    RequestReturn command =
        new RequestReturn(OrderRoutes.id(call), ItemRequest.items(body.items), body.reason);
    return api.run(
        call, command, it -> Reply.created("/returns/" + it.id(), ReturnResponse.of(it)));
  }

  private Reply list(Call call) {
    OrderId id = OrderRoutes.id(call);
    orders.find(id, call.actor()).orElseThrow(() -> Orders.notFound(id));
    return Reply.ok(
        new ReturnsResponse(views.returnsOf(id).stream().map(ReturnResponse::of).toList()));
  }

  private Reply get(Call call) {
    return Reply.ok(
        ReturnResponse.of(
            views.findReturn(id(call), call.actor()).orElseThrow(ReturnRoutes::notFound)));
  }

  private Reply decide(Call call, boolean approve) {
    call.requireNoFields();
    DecideReturn command = new DecideReturn(id(call), approve);
    return api.run(call, command, it -> Reply.ok(ReturnResponse.of(it)));
  }

  private Reply receive(Call call) {
    ReceiveRequest body = call.bodyOr(ReceiveRequest.class, new ReceiveRequest(null, null));
    ReceiveReturn command =
        new ReceiveReturn(
            id(call),
            Optional.ofNullable(body.items)
                .map(parts -> parts.stream().map(PartRequest::part).toList()),
            Boolean.TRUE.equals(body.restock));
    return api.run(call, command, it -> Reply.ok(ReturnResponse.of(it)));
  }

  private Reply refund(Call call) {
    RefundRequest body = call.bodyOr(RefundRequest.class, new RefundRequest(null));
    RefundReturn command = new RefundReturn(id(call), Optional.ofNullable(body.amount));
    Reply done = api.run(call, command, it -> Reply.ok(ReturnResponse.of(it)));
    views.findReturn(id(call), call.actor()).ifPresent(it -> refunds.settle(it.orderId()));
    return done;
  }

  private static ReturnId id(Call call) {
    return call.path("id", text -> new ReturnId(Call.uuid(text)), ReturnRoutes::notFound);
  }

  private static Rejection notFound() {
    return new Rejection(FulfilmentReason.RETURN_NOT_FOUND, "there is no such return");
  }
}
