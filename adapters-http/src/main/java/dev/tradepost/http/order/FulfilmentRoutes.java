package dev.tradepost.http.order;

import dev.tradepost.application.fulfilment.FulfilmentViews;
import dev.tradepost.application.fulfilment.MoveShipment;
import dev.tradepost.application.fulfilment.PlanFulfilment;
import dev.tradepost.application.order.ShipOrder;
import dev.tradepost.domain.fulfilment.FulfilmentReason;
import dev.tradepost.domain.fulfilment.ShipmentAction;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.ShipmentId;
import dev.tradepost.http.shared.Api;
import dev.tradepost.http.shared.Call;
import dev.tradepost.http.shared.Reply;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/** Planning, sending and following shipments. */
public final class FulfilmentRoutes {
  private final Api api;
  private final FulfilmentViews views;

  private FulfilmentRoutes(Api api, FulfilmentViews views) {
    this.api = api;
    this.views = views;
  }

  /** Puts the routes up. */
  public static void install(Api api, FulfilmentViews views) {
    FulfilmentRoutes routes = new FulfilmentRoutes(api, views);
    api.post("/orders/{id}/fulfilment", routes::plan);
    api.post("/orders/{id}/shipments", routes::ship);
    api.get("/shipments/{id}", routes::get);
    api.patch("/shipments/{id}/status", routes::move);
  }

  record ShipRequest(
      @Size(min = 1, max = 200) List<@NotNull @Valid ItemRequest> items,
      @Size(min = 1, max = 64) String carrier,
      @Size(min = 1, max = 64) String trackingNumber) {}

  record MoveRequest(@NotNull @Pattern(regexp = "SHIPPED|DELIVERED") String status) {}

  private Reply plan(Call call) {
    call.requireNoFields();
    PlanFulfilment command = new PlanFulfilment(OrderRoutes.id(call), call.expectedVersion());
    return api.run(call, command, view -> OrderRoutes.changed(view).withStatus(201));
  }

  private Reply ship(Call call) {
    ShipRequest body = call.bodyOr(ShipRequest.class, new ShipRequest(null, null, null));
    ShipOrder command =
        new ShipOrder(
            OrderRoutes.id(call),
            Optional.ofNullable(body.items).map(ItemRequest::items),
            Optional.ofNullable(body.carrier),
            Optional.ofNullable(body.trackingNumber),
            call.expectedVersion());
    return api.run(call, command, view -> OrderRoutes.changed(view).withStatus(201));
  }

  private Reply get(Call call) {
    ShipmentId id = id(call);
    return Reply.ok(
        views
            .shipment(id, call.actor())
            .map(TrackedShipmentResponse::of)
            .orElseThrow(() -> MoveShipment.notFound(id)));
  }

  private Reply move(Call call) {
    MoveRequest body = call.body(MoveRequest.class);
    ShipmentAction action =
        body.status.equals("SHIPPED") ? ShipmentAction.SHIP : ShipmentAction.DELIVER;
    MoveShipment command = new MoveShipment(id(call), action);
    return api.run(call, command, it -> Reply.ok(ShipmentResponse.of(it)));
  }

  private static ShipmentId id(Call call) {
    return call.path(
        "id",
        text -> new ShipmentId(Call.uuid(text)),
        () -> new Rejection(FulfilmentReason.SHIPMENT_NOT_FOUND, "there is no such shipment"));
  }
}
