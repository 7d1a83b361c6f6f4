package dev.tradepost.persistence.shared;

import dev.tradepost.application.port.Busy;
import dev.tradepost.application.port.Conflict;
import java.sql.SQLException;
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
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql) {
        if (Dialect.lostRace(sql)) {
          return new Conflict("lost a race in the database", e);
        }
        if (Dialect.outOfReach(sql)) {
          return new Busy("the database is out of reach", e);
        }
      }
    }
    return e;
  }
}
