package dev.tradepost.persistence.shared;

import java.sql.SQLException;
import java.util.Set;

/** All that is different between the databases. */
public enum Dialect {
  /** Embedded: one process, and one writer at a time, without which it loses commits on a crash. */
  H2(true),
  POSTGRESQL(false);

  private static final Set<String> LOST_RACES =
      Set.of(
          "40001", // serialization failure; H2: deadlock
          "40P01", // deadlock
          "90131", // H2: concurrent update
          "HYT00", // H2: lock timeout
          "55P03", // lock not available
          "23505"); // unique violation: somebody else was first, who will be seen next time

  private final boolean singleWriter;

  Dialect(boolean singleWriter) {
    this.singleWriter = singleWriter;
  }

  static Dialect of(String url) {
    if (url.startsWith("jdbc:h2:")) {
      return H2;
    }
    if (url.startsWith("jdbc:postgresql:")) {
      return POSTGRESQL;
    }
    throw new IllegalArgumentException(
        "the database URL must start with jdbc:h2: or jdbc:postgresql:");
  }

  boolean singleWriter() {
    return singleWriter;
  }

  /** Whether the same work may succeed when it is simply run again. */
  static boolean lostRace(SQLException e) {
    String state = e.getSQLState();
    return state != null && LOST_RACES.contains(state);
  }

  /** Whether the database could not be reached, or not in time. */
  static boolean outOfReach(SQLException e) {
    String state = e.getSQLState();
    return e instanceof java.sql.SQLTransientConnectionException
        || state != null
            && (state.startsWith("08") || state.startsWith("57P") || state.equals("57014"));
  }
}
