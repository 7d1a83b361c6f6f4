package dev.tradepost.persistence.shared;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.tradepost.application.port.Proof;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.StatementExceptions;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;

/** An open database with the schema of this version; closed once, when the server stops. */
public final class Database implements AutoCloseable {
  private static final String MIGRATIONS = "classpath:dev/tradepost/persistence/";

  private final Dialect dialect;
  private final HikariDataSource pool;
  private final Jdbi jdbi;

  private Database(Dialect dialect, HikariDataSource pool, Jdbi jdbi) {
    this.dialect = dialect;
    this.pool = pool;
    this.jdbi = jdbi;
  }

  /**
   * Where the database is.
   *
   * @param url {@code jdbc:h2:} or {@code jdbc:postgresql:}
   * @param poolSize how many connections; units of work use one each, and one is enough
   */
  public record Location(String url, String user, String password, int poolSize) {

    /** The durable settings of the embedded database; why is told in ADR 0003. */
    public static Location embedded(java.nio.file.Path file, int poolSize) {
      String settings =
          ";PAGE_SIZE=1024;WRITE_DELAY=0;QUERY_CACHE_SIZE=256"
              + ";LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE";
      return new Location("jdbc:h2:file:" + file.toAbsolutePath() + settings, "sa", "", poolSize);
    }

    /** The same, but an embedded database that is not there is refused and not made. */
    public Location existing() {
      boolean embedded = url.startsWith("jdbc:h2:");
      return new Location(embedded ? url + ";IFEXISTS=TRUE" : url, user, password, poolSize);
    }

    @Override
    public String toString() {
      return url.replaceAll("[?;].*", "");
    }
  }

  /** It could not be opened; the message says why and what to do, without a secret in it. */
  public static final class CannotOpen extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotOpen(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** Opens it and brings its schema up to date. */
  public static Database open(Location location) {
    Dialect dialect = Dialect.of(location.url());
    HikariDataSource pool = null;
    try {
      pool = pool(location);
      migrate(location, dialect);
      return new Database(dialect, pool, jdbi(pool));
    } catch (RuntimeException e) {
      if (pool != null) {
        pool.close();
      }
      throw explained(location, e);
    }
  }

  /** Opens a database whose connections somebody else hands out; the schema is theirs to keep. */
  public static Jdbi jdbi(DataSource source) {
    Jdbi jdbi = Jdbi.create(source);
    jdbi.registerArrayType(UUID.class, "uuid").registerArrayType(String.class, "varchar");
    // Faults are logged, and the values that were bound are not for the log.
    jdbi.getConfig(StatementExceptions.class)
        .setMessageRendering(StatementExceptions.MessageRendering.NONE);
    return jdbi;
  }

  public Dialect dialect() {
    return dialect;
  }

  public Jdbi jdbi() {
    return jdbi;
  }

  /** Refuses data that a crash has damaged; only the embedded database is so cheap to check. */
  public void requireSound() {
    if (dialect.singleWriter()) {
      List<String> broken = jdbi.withHandle(Invariants::broken);
      if (!broken.isEmpty()) {
        throw new CannotOpen(
            "the data is damaged, restore a backup: " + String.join("; ", broken), null);
      }
    }
  }

  /**
   * Checks everything that must hold, on the data of one moment: at READ COMMITTED, H2 reads the
   * parts of a union as of two.
   */
  public Proof proof() {
    return () ->
        new Reads(jdbi)
            .with(
                it -> it.inTransaction(TransactionIsolationLevel.SERIALIZABLE, Invariants::check));
  }

  /** Whether a statement can be run now. */
  public boolean reachable() {
    try (Connection connection = pool.getConnection()) {
      return connection.isValid(2);
    } catch (SQLException e) {
      return false;
    }
  }

  @Override
  public void close() {
    pool.close();
  }

  private static HikariDataSource pool(Location location) {
    HikariConfig config = new HikariConfig();
    config.setJdbcUrl(location.url());
    config.setUsername(location.user());
    config.setPassword(location.password());
    config.setMaximumPoolSize(location.poolSize());
    config.setMinimumIdle(location.poolSize());
    config.setConnectionTimeout(5_000);
    config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
    config.setPoolName("tradepost");
    if (location.url().startsWith("jdbc:postgresql:")) {
      config.addDataSourceProperty("reWriteBatchedInserts", "true");
      config.addDataSourceProperty("logServerErrorDetail", "false"); // it quotes the values
      config.addDataSourceProperty("ApplicationName", "tradepost");
      config.addDataSourceProperty("connectTimeout", "5");
      config.addDataSourceProperty("socketTimeout", "12");
      config.addDataSourceProperty("tcpKeepAlive", "true");
    }
    return new HikariDataSource(config);
  }

  /** With connections of its own: it takes two at once, and the pool may have one. */
  private static void migrate(Location location, Dialect dialect) {
    String own = dialect == Dialect.H2 ? "h2" : "postgresql";
    Flyway.configure()
        .dataSource(location.url(), location.user(), location.password())
        .locations(MIGRATIONS + "migrations", MIGRATIONS + own)
        .validateMigrationNaming(true)
        .ignoreMigrationPatterns(new String[0])
        .load()
        .migrate();
  }

  private static CannotOpen explained(Location location, RuntimeException e) {
    String all = messages(e);
    if (all.contains("90020") || all.contains("may be already in use")) {
      return new CannotOpen(
          location
              + " is in use by another process: stop that one, or give this one another --data",
          e);
    }
    if (all.contains("90146")) {
      return new CannotOpen("there is no data at " + location + ", give another --data", e);
    }
    if (e instanceof FlywayException && all.contains("not resolved locally")) {
      return new CannotOpen(
          location + " was written by a newer version of Tradepost: start that version", e);
    }
    return new CannotOpen("cannot open " + location + ": " + rootMessage(e), e);
  }

  private static String messages(Throwable e) {
    StringBuilder all = new StringBuilder();
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      all.append(cause.getMessage()).append('\n');
    }
    return all.toString();
  }

  private static String rootMessage(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return String.valueOf(root.getMessage()).lines().findFirst().orElse("").strip();
  }
}
