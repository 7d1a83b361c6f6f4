package dev.tradepost.bootstrap.journey;

import dev.tradepost.bootstrap.TestServer;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/** The databases every journey runs on; one server each, shared by all tests of this JVM. */
enum Engine {
  H2,
  POSTGRESQL;

  private static final Map<Engine, TestServer> SERVERS = new EnumMap<>(Engine.class);
  private static EmbeddedPostgres postgres;

  /** The shared server. Tests make users and products of their own in it. */
  TestServer server() {
    synchronized (SERVERS) {
      return SERVERS.computeIfAbsent(this, engine -> TestServer.start(withReceivers(engine)));
    }
  }

  /** Options of a server whose webhooks may reach the receivers of the tests. */
  private static Map<String, String> withReceivers(Engine engine) {
    Map<String, String> options = new HashMap<>(engine.options());
    options.put("webhook-hosts", Receiver.HOST);
    return options;
  }

  /** The options of a server of one's own, on an empty database. */
  Map<String, String> options() {
    return this == H2 ? Map.of() : Map.of("db", freshPostgres());
  }

  private static String freshPostgres() {
    synchronized (SERVERS) {
      try {
        if (postgres == null) {
          postgres = EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
        }
        String name = "journey" + System.nanoTime();
        try (var connection = postgres.getPostgresDatabase().getConnection();
            var statement = connection.createStatement()) {
          statement.execute("CREATE DATABASE " + name);
        }
        return postgres.getJdbcUrl("postgres", name);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (java.sql.SQLException e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
