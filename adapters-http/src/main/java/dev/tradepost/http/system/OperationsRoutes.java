package dev.tradepost.http.system;

import dev.tradepost.http.shared.Api;
import dev.tradepost.http.shared.Metrics;
import dev.tradepost.http.shared.Reply;
import java.util.Map;
import java.util.function.BooleanSupplier;

/** Whether the server lives, is ready, and what it measures. */
public final class OperationsRoutes {

  private OperationsRoutes() {}

  /**
   * Puts the routes up.
   *
   * @param ready whether the database can be reached now
   */
  public static void install(Api api, BooleanSupplier ready, Metrics metrics) {
    api.page("/health/live", context -> Reply.ok(Map.of("status", "UP")).send(context));
    api.page(
        "/health/ready",
        context -> {
          boolean up = ready.getAsBoolean();
          Reply.ok(Map.of("status", up ? "UP" : "DOWN")).withStatus(up ? 200 : 503).send(context);
        });
    api.page(
        "/metrics",
        context ->
            context
                .contentType("text/plain; version=0.0.4; charset=utf-8")
                .result(metrics.scrape()));
  }
}
