package dev.tradepost.http.order;

import dev.tradepost.application.UseCase;
import dev.tradepost.application.order.AnyOrder;
import dev.tradepost.application.order.CancelAnyOrder;
import dev.tradepost.application.order.ConfirmOrder;
import dev.tradepost.application.order.MoveAnyOrder;
import dev.tradepost.application.order.RefundOrder;
import dev.tradepost.application.order.ShipOrder;
import dev.tradepost.application.process.SettlePayments;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.http.shared.Api;
import dev.tradepost.http.shared.Call;
import dev.tradepost.http.shared.Reply;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moving orders along their lifecycle by hand. */
public final class OrderActionRoutes {
  private static final Logger LOG = LoggerFactory.getLogger(OrderActionRoutes.class);

  private final Api api;
  private final SettlePayments settle;

  private OrderActionRoutes(Api api, SettlePayments settle) {
    this.api = api;
    this.settle = settle;
  }

  /** Puts the routes up. */
  public static void install(Api api, SettlePayments settle) {
    OrderActionRoutes routes = new OrderActionRoutes(api, settle);
    api.put("/orders/{id}/cancel", routes::cancel);
    api.patch("/orders/{id}/status", routes::move);
    api.post("/orders/{id}/confirm", routes::confirm);
    api.post("/orders/{id}/shipments", routes::ship);
    api.post("/orders/{id}/refunds", routes::refund);
  }

  record CancelRequest(@Size(min = 1, max = 500) String reason) {}

  record MoveRequest(
      @NotBlank @Size(max = 64) String status, @Size(min = 1, max = 500) String reason) {}

  record ShipRequest(@Size(min = 1, max = 64) String carrier) {}

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

  private Reply ship(Call call) {
    ShipRequest body = call.bodyOr(ShipRequest.class, new ShipRequest(null));
    OrderId id = OrderRoutes.id(call);
    ShipOrder command =
        new ShipOrder(id, Optional.ofNullable(body.carrier), call.expectedVersion());
    return api.run(call, command, view -> OrderRoutes.changed(view).withStatus(201));
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
    try {
      settle.refund(id);
    } catch (RuntimeException e) {
      LOG.warn("the refund of order {} has to wait for the sweep", id, e);
    }
    return done;
  }
}
