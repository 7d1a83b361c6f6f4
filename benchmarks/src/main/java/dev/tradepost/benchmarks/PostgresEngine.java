package dev.tradepost.benchmarks;

import dev.tradepost.persistence.shared.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Optional;

/** A real PostgreSQL that writes through to the disk at every commit, with a database a side. */
final class PostgresEngine implements Engine {
  private static final String USER = "postgres";
  private static final List<String> DURABLE = List.of("fsync", "synchronous_commit");

  private final EmbeddedPostgres postgres;
  private final Path data;

  private PostgresEngine(EmbeddedPostgres postgres, Path data) {
    this.data = data;
    this.postgres = postgres;
  }

  static PostgresEngine start(Path directory) throws IOException, SQLException {
    Path data = directory.resolve("postgres");
    var builder = EmbeddedPostgres.builder().setDataDirectory(data);
    DURABLE.forEach(name -> builder.setServerConfig(name, "on"));
    PostgresEngine engine = new PostgresEngine(builder.start(), data);
    try (Connection connection = engine.postgres.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      for (String name : DURABLE) {
        requireOn(statement, name);
      }
      statement.execute("CREATE DATABASE server");
      statement.execute("CREATE DATABASE raw");
    }
    return engine;
  }

  private static void requireOn(Statement statement, String name) throws SQLException {
    try (ResultSet row = statement.executeQuery("SHOW " + name)) {
      row.next();
      if (!row.getString(1).equals("on")) {
        throw new IllegalStateException(name + " is not on");
      }
    }
  }

  @Override
  public List<String> serverOptions() {
    return List.of("--db", postgres.getJdbcUrl(USER, "server"), "--db-user", USER);
  }

  /** A connection to the server's database. */
  Connection toServer() throws SQLException {
    return postgres.getDatabase(USER, "server").getConnection();
  }

  @Override
  public Database.Location rawDatabase() {
    String url = postgres.getJdbcUrl(USER, "raw");
    return new Database.Location(url, USER, "", RawSide.CONNECTIONS);
  }

  @Override
  public boolean singleWriter() {
    return false;
  }

  @Override
  public Optional<ProcessHandle> process() throws IOException {
    return Optional.of(CpuTime.postmaster(data));
  }

  @Override
  public String note() {
    return "same machine, fsync=on, synchronous_commit=on";
  }

  @Override
  public void close() throws IOException {
    postgres.close();
  }
}
