package dev.tradepost.persistence;

import dev.tradepost.persistence.shared.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.atomic.AtomicInteger;

/** The two real databases; every call makes a new, empty one. */
enum Engine {
  H2,
  POSTGRESQL;

  private static final AtomicInteger LAST = new AtomicInteger();

  /** Where a new database is, with a pool of this size. */
  Database.Location create(Path directory, int poolSize) {
    String name = "test" + LAST.incrementAndGet();
    return switch (this) {
      case H2 -> Database.Location.embedded(directory.resolve(name), poolSize);
      case POSTGRESQL ->
          new Database.Location(Server.createDatabase(name), "postgres", "postgres", poolSize);
    };
  }

  /** One PostgreSQL for the whole run, started by the first test that needs it. */
  private static final class Server {
    private static final EmbeddedPostgres POSTGRES = start();

    private static EmbeddedPostgres start() {
      try {
        return EmbeddedPostgres.builder().setServerConfig("fsync", "off").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    static String createDatabase(String name) {
      try (Connection connection = POSTGRES.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("CREATE DATABASE " + name);
        return POSTGRES.getJdbcUrl("postgres", name);
      } catch (SQLException e) {
        throw new AssertionError("no database could be made", e);
      }
    }
  }
}
