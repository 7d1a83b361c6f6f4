package dev.tradepost.persistence.shared;

import dev.tradepost.application.port.Busy;
import dev.tradepost.application.port.Conflict;
import java.sql.SQLException;
import java.util.Optional;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/** Reads outside units of work: no locks, each statement sees what was committed before it. */
public final class Reads {
  private final Jdbi jdbi;

  public Reads(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  public <R> R with(HandleCallback<R, RuntimeException> read) {
    try {
      return jdbi.withHandle(read);
    } catch (JdbiException e) {
      throw translated(e);
    }
  }

  /** What the application understands of a fault of the database; a bug stays what it is. */
  static RuntimeException translated(JdbiException e) {
    Optional<SQLException> sql = cause(e);
    if (sql.filter(Dialect::lostRace).isPresent()) {
      return new Conflict("lost a race in the database", e);
    }
    if (sql.filter(Dialect::outOfReach).isPresent()) {
      return new Busy("the database is out of reach", e);
    }
    return e;
  }

  /** What the database said, where it was the database. */
  static Optional<SQLException> cause(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        return Optional.of(sql);
      }
    }
    return Optional.empty();
  }
}
