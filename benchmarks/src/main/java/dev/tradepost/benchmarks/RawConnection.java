package dev.tradepost.benchmarks;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A connection whose statements are prepared once and kept: as lean as plain JDBC gets. */
final class RawConnection {
  private final Connection connection;
  private final Map<String, PreparedStatement> statements = new HashMap<>();

  RawConnection(Connection connection) {
    this.connection = connection;
  }

  /** Work in a transaction. */
  @FunctionalInterface
  interface Work<R> {
    R run() throws SQLException;
  }

  <R> R inTransaction(Work<R> work) throws SQLException {
    connection.setAutoCommit(false);
    try {
      R result = work.run();
      connection.commit();
      return result;
    } catch (SQLException e) {
      connection.rollback();
      throw e;
    } finally {
      connection.setAutoCommit(true);
    }
  }

  /** Runs one statement that takes and answers nothing. */
  void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** Binds texts for {@code = ANY (?)}. */
  Array texts(String... values) throws SQLException {
    return connection.createArrayOf("varchar", values);
  }

  /** Binds UUIDs for {@code = ANY (?)}. */
  Array uuids(Object... values) throws SQLException {
    return connection.createArrayOf("uuid", values);
  }

  /** All rows, all columns. */
  List<Object[]> query(String sql, Object... arguments) throws SQLException {
    PreparedStatement statement = statement(sql);
    bind(statement, arguments);
    try (ResultSet found = statement.executeQuery()) {
      int columns = found.getMetaData().getColumnCount();
      List<Object[]> rows = new ArrayList<>();
      while (found.next()) {
        Object[] row = new Object[columns];
        for (int i = 0; i < columns; i++) {
          row[i] = found.getObject(i + 1);
        }
        rows.add(row);
      }
      return rows;
    }
  }

  /** One batch; fails where a row was not written. */
  void write(String sql, Object[]... rows) throws SQLException {
    PreparedStatement statement = statement(sql);
    for (Object[] row : rows) {
      bind(statement, row);
      statement.addBatch();
    }
    for (int count : statement.executeBatch()) {
      if (count == 0) {
        throw new SQLException("nothing was written by " + sql);
      }
    }
  }

  private static void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      statement.setObject(i + 1, values[i]);
    }
  }

  private PreparedStatement statement(String sql) throws SQLException {
    PreparedStatement known = statements.get(sql);
    if (known == null) {
      known = connection.prepareStatement(sql);
      statements.put(sql, known);
    }
    return known;
  }
}
