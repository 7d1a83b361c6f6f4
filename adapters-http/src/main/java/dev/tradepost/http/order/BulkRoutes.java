package dev.tradepost.http.order;

import dev.tradepost.application.order.PlaceOrders;
import dev.tradepost.http.shared.Api;
import dev.tradepost.http.shared.Call;
import dev.tradepost.http.shared.Problem;
import dev.tradepost.http.shared.Reply;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Placing many orders by one request. */
public final class BulkRoutes {

  private BulkRoutes() {}

  /** Puts the route up. */
  public static void install(Api api) {
    api.post("/orders/bulk", call -> place(api, call));
  }

  record BulkRequest(
      @NotEmpty @Size(max = PlaceOrders.MAX_ORDERS) List<@NotNull @Valid PlaceRequest> orders,
      Boolean allOrNothing) {}

  /** What became of one row: {@code PLACED} with the order, or {@code REFUSED} with the problem. */
  record RowResponse(
      int index, String status, Optional<OrderResponse> order, Optional<Problem> problem) {}

  record BulkResponse(List<RowResponse> results) {}

  private static Reply place(Api api, Call call) {
    BulkRequest body = call.body(BulkRequest.class);
    PlaceOrders command =
        new PlaceOrders(
            body.orders.stream().map(PlaceRequest::command).toList(),
            Boolean.TRUE.equals(body.allOrNothing));
    return api.run(call, command, rows -> Reply.ok(response(rows, call)));
  }

  private static BulkResponse response(List<PlaceOrders.Row> rows, Call call) {
    List<RowResponse> results = new ArrayList<>(rows.size());
    for (PlaceOrders.Row row : rows) {
      results.add(
          new RowResponse(
              results.size(),
              row.placed().isPresent() ? "PLACED" : "REFUSED",
              row.placed().map(OrderResponse::of),
              row.refused().map(call::problem)));
    }
    return new BulkResponse(results);
  }
}
