package dev.tradepost.http.order;

import dev.tradepost.application.fulfilment.TrackShipment;
import dev.tradepost.domain.fulfilment.CarrierStatus;
import dev.tradepost.domain.fulfilment.TrackingUpdate;
import dev.tradepost.http.shared.Api;
import dev.tradepost.http.shared.Call;
import dev.tradepost.http.shared.Reply;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.Optional;

/** Where carriers say what has become of parcels. */
public final class CarrierRoutes {
  private final Api api;

  private CarrierRoutes(Api api) {
    this.api = api;
  }

  /** Puts the routes up. */
  public static void install(Api api) {
    api.post("/carriers/{carrier}/updates", new CarrierRoutes(api)::update);
  }

  record UpdateRequest(
      @NotNull @Size(min = 1, max = 128) String updateId,
      @NotNull @Size(min = 1, max = 64) String trackingNumber,
      @NotNull CarrierStatus status,
      @NotNull Instant occurredAt,
      @Size(min = 1, max = 500) String description,
      @Size(min = 1, max = 200) String place) {}

  private Reply update(Call call) {
    UpdateRequest body = call.body(UpdateRequest.class);
    TrackShipment command =
        new TrackShipment(
            call.context().pathParam("carrier"),
            body.trackingNumber,
            new TrackingUpdate(
                body.updateId,
                body.status,
                body.occurredAt,
                Optional.ofNullable(body.description),
                Optional.ofNullable(body.place)));
    return api.run(call, command, it -> Reply.ok(TrackedShipmentResponse.of(it)));
  }
}
