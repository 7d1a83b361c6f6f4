package dev.tradepost.http.order;

import dev.tradepost.application.UseCase;
import dev.tradepost.application.order.AnyOrder;
import dev.tradepost.application.order.CancelAnyOrder;
import dev.tradepost.application.order.CancelItems;
import dev.tradepost.application.order.ConfirmOrder;
import dev.tradepost.application.order.MoveAnyOrder;
import dev.tradepost.application.order.RefundOrder;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.http.shared.Api;
import dev.tradepost.http.shared.Call;
import dev.tradepost.http.shared.Reply;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Moving orders along their lifecycle by hand. */
public final class OrderActionRoutes {
  private final Api api;
  private final OrderRefunds refunds;

  private OrderActionRoutes(Api api, OrderRefunds refunds) {
    this.api = api;
    this.refunds = refunds;
  }

  /** Puts the routes up. */
  public static void install(Api api, OrderRefunds refunds) {
    OrderActionRoutes routes = new OrderActionRoutes(api, refunds);
    api.put("/orders/{id}/cancel", routes::cancel);
    api.patch("/orders/{id}/status", routes::move);
    api.post("/orders/{id}/confirm", routes::confirm);
    api.post("/orders/{id}/cancellations", routes::cancelItems);
    api.post("/orders/{id}/refunds", routes::refund);
  }

  record CancelRequest(@Size(min = 1, max = 500) String reason) {}

  record MoveRequest(
      @NotBlank @Size(max = 64) String status, @Size(min = 1, max = 500) String reason) {}

  record CancelItemsRequest(
      @NotEmpty @Size(max = 200) List<@NotNull @Valid ItemRequest> items,
      @Size(min = 1, max = 500) String reason) {}

  record RefundRequest(@NotNull BigDecimal amount, @NotBlank @Size(max = 500) String reason) {}

  record CancelResponse(boolean success, String message, Object order) {
    static Reply of(AnyOrder order) {
      return Reply.ok(
          order.version(),
          new CancelResponse(true, "Order cancelled successfully", OrderRoutes.response(order)));
    }
  }

  private Reply cancel(Call call) {
    CancelRequest body = call.bodyOr(CancelRequest.class, new CancelRequest(null));
    OrderId id = OrderRoutes.id(call);
    CancelAnyOrder command =
        new CancelAnyOrder(id, Optional.ofNullable(body.reason), call.expectedVersion());
    return runAndRefund(call, id, command, CancelResponse::of);
  }

  private Reply move(Call call) {
    MoveRequest body = call.body(MoveRequest.class);
    OrderId id = OrderRoutes.id(call);
    MoveAnyOrder command =
        new MoveAnyOrder(id, body.status, Optional.ofNullable(body.reason), call.expectedVersion());
    return runAndRefund(call, id, command, OrderRoutes::changed);
  }

  private Reply confirm(Call call) {
    call.requireNoFields();
    OrderId id = OrderRoutes.id(call);
    return api.run(call, new ConfirmOrder(id, call.expectedVersion()), OrderRoutes::changed);
  }

  private Reply cancelItems(Call call) {
    CancelItemsRequest body = call.body(CancelItemsRequest.class);
    OrderId id = OrderRoutes.id(call);
    CancelItems command =
        new CancelItems(
            id,
            ItemRequest.items(body.items),
            Optional.ofNullable(body.reason),
            call.expectedVersion());
    return runAndRefund(call, id, command, OrderRoutes::changed);
  }

  private Reply refund(Call call) {
    RefundRequest body = call.body(RefundRequest.class);
    OrderId id = OrderRoutes.id(call);
    RefundOrder command = new RefundOrder(id, body.amount, body.reason, call.expectedVersion());
    return runAndRefund(call, id, command, view -> OrderRoutes.changed(view).withStatus(201));
  }

  /** What was captured goes back before the answer; where that fails, the sweep does it later. */
  private <T extends AnyOrder> Reply runAndRefund(
      Call call, OrderId id, UseCase<T> command, Function<T, Reply> reply) {
    Reply done = api.run(call, command, reply);
    refunds.settle(id);
    return done;
  }
}
