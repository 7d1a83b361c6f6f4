package dev.tradepost.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Fills the server's PostgreSQL with finished orders while no server runs. The products are there
 * before. What it leaves is what the server would have left, but for what its events tell: only the
 * order's id, to save room.
 */
final class GrowthFill {
  /** So many orders a transaction. */
  private static final int CHUNK = 100_000;

  private static final int WEBHOOKS = 2_000;
  private static final int PRODUCTS = 100_000;

  private final Connection connection;

  GrowthFill(Connection connection) {
    this.connection = connection;
  }

  /** From so many orders to so many. */
  void fill(int from, int to) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      // Foreign keys hold by construction; to check them takes most of the time.
      statement.execute("SET session_replication_role = replica");
      connection.setAutoCommit(false);
      if (from == 0) {
        for (String sql : GrowthSql.WEBHOOKS) {
          statement.execute(GrowthSql.between(sql, 0, WEBHOOKS, 0, 1));
        }
        for (String sql : GrowthSql.CATALOGUE) {
          statement.execute(GrowthSql.between(sql, 0, PRODUCTS, 0, 1));
        }
      }
      long users = (to - from) / GrowthIds.EACH;
      for (int begin = from; begin < to; begin += CHUNK) {
        int end = Math.min(to, begin + CHUNK);
        for (String sql : GrowthSql.ROWS) {
          statement.execute(GrowthSql.between(sql, begin, end, from / GrowthIds.EACH, users));
        }
        connection.commit();
      }
      connection.setAutoCommit(true);
      // So that neither is done while it is measured.
      statement.execute("VACUUM (ANALYZE)");
      statement.execute("CHECKPOINT");
    }
  }
}
