package dev.tradepost.bootstrap;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Role;
import dev.tradepost.bootstrap.journey.Client;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.http.shared.HttpServer;
import dev.tradepost.http.shared.Tokens;
import io.javalin.Javalin;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.ServerConnector;

/** The real server with the demo's goods, on a free port; nothing of it is left after closing. */
public final class TestServer implements AutoCloseable {
  private final Settings settings;
  private final Wiring wiring;
  private final Path temporary;

  private TestServer(Map<String, String> options, Clock clock) {
    try {
      temporary = Files.createTempDirectory("tradepost");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Map<String, String> all = new HashMap<>(options);
    all.put("port", "0");
    all.putIfAbsent("data", temporary.toString());
    settings = Settings.of(new SettingSource(all, Map.of()), true);
    settings.makeData();
    wiring = new Wiring(settings, true, clock);
  }

  /** On H2, in a directory of its own. */
  public static TestServer start() {
    return start(Map.of());
  }

  /** On PostgreSQL. */
  public static TestServer start(String jdbcUrl) {
    return start(Map.of("db", jdbcUrl));
  }

  /**
   * With the options of the command line, such as {@code cancellation-window}; a {@code data}
   * directory that is given is the caller's and stays.
   */
  public static TestServer start(Map<String, String> options) {
    return start(options, Clock.systemUTC());
  }

  /** By a clock that the test drives; tokens go by the real time. */
  public static TestServer start(Map<String, String> options, Clock clock) {
    return new TestServer(options, clock);
  }

  public int port() {
    return wiring.port();
  }

  /** A client of this user; the role is customer, staff or admin. */
  public Client client(String user, String role) {
    return Client.of(port(), token(user, role));
  }

  /** A client without a token. */
  public Client anonymous() {
    return Client.of(port(), null);
  }

  /** A token of an hour. */
  public String token(String user, String role) {
    return issue(user, role, Duration.ofHours(1)).token();
  }

  /** A token that ends so soon, and when it does. */
  public Tokens.Issued issue(String user, String role, Duration validFor) {
    Actor actor = new Actor(new UserId(user), Role.valueOf(role.toUpperCase(Locale.ROOT)));
    return settings.tokens().issue(actor, validFor, Instant.now());
  }

  /**
   * Every route that was put up, such as {@code GET /orders/{id}}, in the order of the alphabet.
   */
  public TreeSet<String> routes() {
    return javalin().unsafe.internalRouter.allHttpHandlers().stream()
        .map(handler -> handler.endpoint)
        .filter(endpoint -> endpoint.method.isHttpMethod())
        .filter(endpoint -> endpoint.method != HandlerType.HEAD)
        .map(endpoint -> endpoint.method.name() + " " + endpoint.path)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /**
   * From now on the operating system keeps next to nothing for a client that does not read, as
   * little as it does for a phone at the end of a bad line; here it would keep some megabytes.
   */
  public void keepLittleForWhoDoesNotRead() {
    for (Connector connector : javalin().jettyServer().server().getConnectors()) {
      ((ServerConnector) connector).setAcceptedSendBufferSize(4 * 1024);
    }
  }

  private Javalin javalin() {
    return inside(inside(wiring, "server", HttpServer.class), "javalin", Javalin.class);
  }

  private static <T> T inside(Object owner, String field, Class<T> type) {
    try {
      Field found = owner.getClass().getDeclaredField(field);
      found.setAccessible(true);
      return type.cast(found.get(owner));
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(owner.getClass() + " has no " + field, e);
    }
  }

  @Override
  public void close() {
    wiring.close();
    try (Stream<Path> files = Files.walk(temporary)) {
      List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
      for (Path file : deepestFirst) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
