package dev.tradepost.http.shared;

import dev.tradepost.application.UseCases;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import java.util.function.Consumer;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.server.handler.MinimumDataRateHandler;

/** The HTTP server with its limits; the routes are put up by whoever starts it. */
public final class HttpServer implements AutoCloseable {
  private static final int IDLE_MILLIS = 5_000;
  private static final int STOP_MILLIS = 25_000;
  private static final int SLOWEST_BODY_BYTES_PER_SECOND = 1_000;
  private static final int MAX_HEADER_BYTES = 8 * 1024;
  private static final long MAX_BODY_BYTES = 1 << 20;

  private final Javalin javalin;

  private HttpServer(Javalin javalin) {
    this.javalin = javalin;
  }

  /**
   * Starts to listen.
   *
   * @param port 0 for any that is free
   * @param routes puts the routes up
   */
  public static HttpServer start(
      String host,
      int port,
      Tokens tokens,
      UseCases useCases,
      Metrics metrics,
      Consumer<Api> routes) {
    Javalin javalin =
        Javalin.create(
            config -> {
              limits(config);
              Door.install(config.routes, tokens);
              Problems.install(config.routes);
              routes.accept(new Api(config.routes, useCases));
              config.requestLogger.http(
                  (context, millis) -> {
                    metrics.request(context, millis);
                    Requests.end(context, millis);
                  });
            });
    return new HttpServer(javalin.start(host, port));
  }

  public int port() {
    return javalin.port();
  }

  /** Takes no more requests, answers those in flight, then stops. */
  @Override
  public void close() {
    javalin.stop();
  }

  private static void limits(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    config.http.generateEtags = false;
    config.http.maxRequestSize = MAX_BODY_BYTES;
    config.router.ignoreTrailingSlashes = false;
    config.jetty.modifyHttpConfiguration(HttpServer::limits);
    config.jetty.modifyServer(HttpServer::stopGracefully);
  }

  private static void limits(HttpConfiguration http) {
    http.setIdleTimeout(IDLE_MILLIS);
    http.setRequestHeaderSize(MAX_HEADER_BYTES);
    http.setSendServerVersion(false);
    http.setSendXPoweredBy(false);
  }

  private static void stopGracefully(Server server) {
    server.setStopTimeout(STOP_MILLIS);
    server.insertHandler(new MinimumDataRateHandler(SLOWEST_BODY_BYTES_PER_SECOND, 0));
    server.insertHandler(new GracefulHandler());
    server.setErrorHandler(new UnreadableRequests());
  }
}
