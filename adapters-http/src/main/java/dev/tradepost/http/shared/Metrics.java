package dev.tradepost.http.shared;

import dev.tradepost.application.port.UseCaseObserver;
import io.javalin.http.Context;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;

/** What is measured: requests by route, use cases by outcome, the JVM. No ids in tags. */
public final class Metrics implements UseCaseObserver {
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

  public Metrics() {
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ClassLoaderMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  @Override
  public void ran(String useCase, String outcome, Duration took) {
    Timer.builder("tradepost.usecase")
        .tag("name", useCase)
        .tag("outcome", outcome)
        .register(registry)
        .record(took);
  }

  /** Counts a finished request under the names Spring's dashboards use. */
  void request(Context context, float millis) {
    int status = context.statusCode();
    String problem = context.attribute(Problems.CODE);
    Timer.builder("http.server.requests")
        .tag("method", context.method().name())
        .tag("uri", status == 404 && !matched(context) ? "NOT_FOUND" : route(context))
        .tag("status", String.valueOf(status))
        .tag("outcome", outcome(status))
        .tag("exception", problem == null ? "none" : problem)
        .register(registry)
        .record(Duration.ofNanos((long) (millis * 1_000_000)));
  }

  /** All figures in Prometheus' text format. */
  public String scrape() {
    return registry.scrape();
  }

  private static boolean matched(Context context) {
    return context.attribute(Door.MATCHED) != null;
  }

  private static String route(Context context) {
    String route = context.attribute(Door.MATCHED);
    return route == null ? "UNKNOWN" : route;
  }

  private static String outcome(int status) {
    return switch (status / 100) {
      case 2 -> "SUCCESS";
      case 3 -> "REDIRECTION";
      case 4 -> "CLIENT_ERROR";
      case 5 -> "SERVER_ERROR";
      default -> "INFORMATIONAL";
    };
  }
}
