package dev.tradepost.persistence.shared;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;

/**
 * A statement that is run for many rows and sent at once. Values are bound by {@code :name}, each
 * name in each row; they go to the driver as they are. It does what a batch of JDBI does at a
 * fraction of its cost, which all who share the transaction wait for.
 */
public final class Batch {
  private static final Pattern NAME = Pattern.compile(":(\\w+)");
  private static final Map<String, Parsed> KNOWN = new ConcurrentHashMap<>();
  private static final Object UNBOUND = new Object();

  private final Parsed parsed;
  private final PreparedStatement statement;
  private final Object[] row;

  /** The statement with question marks, and for each of them the place of its name in a row. */
  private record Parsed(String sql, Map<String, Integer> places, int[] marks) {

    static Parsed of(String sql) {
      Map<String, Integer> places = new HashMap<>();
      List<Integer> marks = new ArrayList<>();
      Matcher matcher = NAME.matcher(sql);
      while (matcher.find()) {
        marks.add(places.computeIfAbsent(matcher.group(1), name -> places.size()));
      }
      int[] all = marks.stream().mapToInt(Integer::intValue).toArray();
      return new Parsed(NAME.matcher(sql).replaceAll("?"), places, all);
    }
  }

  private Batch(Parsed parsed, PreparedStatement statement) {
    this.parsed = parsed;
    this.statement = statement;
    row = new Object[parsed.places.size()];
    Arrays.fill(row, UNBOUND);
  }

  /**
   * Runs a statement for each of these rows; where there are none, nothing is run.
   *
   * @param sql one of the texts that the program knows, not one made for the occasion
   * @param bind binds each name of the statement to its value in the row
   * @return for each row, how many rows of the database it met
   * @throws IllegalStateException where a name was left without a value
   */
  public static <R> int[] run(
      Handle handle, String sql, Collection<R> rows, BiConsumer<Batch, R> bind) {
    if (rows.isEmpty()) {
      return new int[0];
    }
    Parsed parsed = KNOWN.computeIfAbsent(sql, Parsed::of);
    try (PreparedStatement statement = handle.getConnection().prepareStatement(parsed.sql)) {
      Batch batch = new Batch(parsed, statement);
      for (R row : rows) {
        bind.accept(batch, row);
        batch.add();
      }
      return statement.executeBatch();
    } catch (SQLException e) {
      throw new UnableToExecuteStatementException(parsed.sql, e, null);
    }
  }

  /**
   * The value of a name in this row, of a type that the drivers know; null for none.
   *
   * @throws IllegalArgumentException where the statement has no such name
   */
  public Batch bind(String name, Object value) {
    Integer place = parsed.places.get(name);
    if (place == null) {
      throw new IllegalArgumentException("there is no :" + name + " in " + parsed.sql);
    }
    row[place] = value;
    return this;
  }

  private void add() throws SQLException {
    for (int i = 0; i < parsed.marks.length; i++) {
      set(i + 1, row[parsed.marks[i]]);
    }
    statement.addBatch();
    Arrays.fill(row, UNBOUND);
  }

  private void set(int position, Object value) throws SQLException {
    if (value == UNBOUND) {
      throw new IllegalStateException("mark " + position + " has no value in " + parsed.sql);
    }
    if (value == null) {
      // Of the type of its column, which PostgreSQL finds out by itself.
      statement.setNull(position, Types.NULL);
    } else {
      statement.setObject(position, value);
    }
  }
}
