package dev.tradepost.http.order;

import dev.tradepost.application.Shop;
import dev.tradepost.domain.order.OrderAction;
import dev.tradepost.domain.order.OrderLifecycle;
import dev.tradepost.http.shared.Api;
import dev.tradepost.http.shared.Call;
import dev.tradepost.http.shared.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The lifecycles that orders of goods can be placed under, as tables and drawn. */
public final class LifecycleRoutes {
  private final LifecyclesResponse answer;

  private LifecycleRoutes(Shop shop) {
    this.answer =
        new LifecyclesResponse(
            shop.lifecycles().values().stream().map(LifecycleResponse::of).toList());
  }

  /** Puts the route up. */
  public static void install(Api api, Shop shop) {
    LifecycleRoutes routes = new LifecycleRoutes(shop);
    api.get("/lifecycles", routes::lifecycles);
  }

  record LifecyclesResponse(List<LifecycleResponse> data) {}

  record LifecycleResponse(
      String name,
      String initial,
      boolean paymentRequired,
      Set<String> states,
      List<TransitionResponse> transitions,
      String mermaid) {

    static LifecycleResponse of(OrderLifecycle lifecycle) {
      List<TransitionResponse> transitions = new ArrayList<>();
      lifecycle
          .table()
          .forEachEdge(
              (from, action, to) ->
                  transitions.add(new TransitionResponse(from, action, to, action.by())));
      return new LifecycleResponse(
          lifecycle.name(),
          lifecycle.table().initial(),
          lifecycle.paymentRequired(),
          lifecycle.table().states(),
          transitions,
          lifecycle.table().toMermaid());
    }
  }

  record TransitionResponse(String from, OrderAction action, String to, OrderAction.By by) {}

  private Reply lifecycles(Call call) {
    return Reply.ok(answer);
  }
}
