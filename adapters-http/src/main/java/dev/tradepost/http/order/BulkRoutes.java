package dev.tradepost.http.order;

import dev.tradepost.application.order.PlaceOrders;
import dev.tradepost.application.process.PlaceInParts;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.http.shared.Api;
import dev.tradepost.http.shared.Call;
import dev.tradepost.http.shared.HttpReason;
import dev.tradepost.http.shared.Json;
import dev.tradepost.http.shared.Problem;
import dev.tradepost.http.shared.Reply;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;

/** Placing many orders by one request. */
public final class BulkRoutes {
  private final Api api;
  private final PlaceInParts placing;

  private BulkRoutes(Api api, PlaceInParts placing) {
    this.api = api;
    this.placing = placing;
  }

  /** Puts the route up. */
  public static void install(Api api, PlaceInParts placing) {
    BulkRoutes routes = new BulkRoutes(api, placing);
    api.post("/orders/bulk", routes::place);
  }

  record BulkRequest(
      @NotEmpty @Size(max = PlaceOrders.MAX_ORDERS) List<@NotNull @Valid PlaceRequest> orders,
      Boolean allOrNothing) {}

  /**
   * What became of one row: {@code PLACED} with the order, or {@code REFUSED} or {@code NOT_TAKEN}
   * with the problem.
   */
  record RowResponse(
      int index, String status, Optional<OrderResponse> order, Optional<Problem> problem) {}

  private Reply place(Call call) {
    BulkRequest body = call.body(BulkRequest.class);
    PlaceOrders command =
        new PlaceOrders(
            body.orders.stream().map(PlaceRequest::command).toList(),
            Boolean.TRUE.equals(body.allOrNothing));
    return api.run(
        call,
        once ->
            placing.place(
                call.actor(), once, command, rows -> part(rows, call), BulkRoutes::whole));
  }

  /** The rows of one part as JSON, without the brackets around them. */
  private static String part(List<PlaceOrders.Row> rows, Call call) {
    String list = Json.write(rows.stream().map(row -> response(row, call)).toList());
    return list.substring(1, list.length() - 1);
  }

  private static String whole(List<String> parts) {
    String body = "{\"results\":[" + String.join(",", parts) + "]}";
    return new Reply(200, "", "", body).encode();
  }

  private static RowResponse response(PlaceOrders.Row row, Call call) {
    if (row.placed().isPresent()) {
      return new RowResponse(
          row.index(), "PLACED", row.placed().map(OrderResponse::of), Optional.empty());
    }
    String status = row.refused().isPresent() ? "REFUSED" : "NOT_TAKEN";
    Rejection why = row.refused().orElseGet(() -> notTaken(row));
    return new RowResponse(row.index(), status, Optional.empty(), Optional.of(call.problem(why)));
  }

  private static Rejection notTaken(PlaceOrders.Row row) {
    return new Rejection(
            HttpReason.BUSY,
            "the database did not take this order: look whether it is there, and send it again")
        .at("orders[" + row.index() + "]");
  }
}
