package dev.tradepost.persistence;

import dev.tradepost.application.Shop;
import dev.tradepost.application.contract.Storage;
import dev.tradepost.application.port.Sources;
import dev.tradepost.application.port.Transactions;
import dev.tradepost.application.port.Views;
import dev.tradepost.persistence.shared.Commit;
import dev.tradepost.persistence.shared.Dialect;
import dev.tradepost.persistence.shared.JdbiViews;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;

/** A database as the contracts see it. */
record JdbiStorage(Jdbi jdbi, List<String> tables, Transactions transactions, Views views)
    implements Storage {

  static JdbiStorage over(Jdbi jdbi, Dialect dialect, Shop shop, Sources sources) {
    return over(jdbi, dialect, Commit.GROUP, shop, sources);
  }

  private static JdbiStorage over(
      Jdbi jdbi, Dialect dialect, Commit commit, Shop shop, Sources sources) {
    return new JdbiStorage(
        jdbi,
        tables(jdbi),
        commit.over(jdbi, dialect, shop, sources, () -> {}),
        JdbiViews.over(jdbi, shop));
  }

  /** The same with every row deleted first, and the events numbered from 1 again. */
  static JdbiStorage empty(Jdbi jdbi, Dialect dialect, Commit commit, Shop shop, Sources sources) {
    String deletes =
        tables(jdbi).stream().map(it -> "DELETE FROM " + it).collect(Collectors.joining("; "));
    String script =
        dialect == Dialect.H2
            ? "SET REFERENTIAL_INTEGRITY FALSE; " + deletes + "; SET REFERENTIAL_INTEGRITY TRUE"
            : "SET session_replication_role = replica; "
                + deletes
                + "; RESET session_replication_role";
    String counter =
        "INSERT INTO event_numbers (id, last) VALUES (1, 0);"
            + " INSERT INTO events_queued (id, last) VALUES (1, 0)";
    jdbi.useHandle(handle -> handle.createScript(script + "; " + counter).execute());
    return over(jdbi, dialect, commit, shop, sources);
  }

  @Override
  public Map<String, Long> rowCounts() {
    String sql =
        tables.stream()
            .map(it -> "SELECT '" + it + "' AS name, COUNT(*) AS counted FROM " + it)
            .collect(Collectors.joining(" UNION ALL "));
    return jdbi.withHandle(
        handle -> {
          Map<String, Long> counts = new TreeMap<>();
          handle
              .createQuery(sql)
              .map((row, context) -> counts.put(row.getString("name"), row.getLong("counted")))
              .list();
          return counts;
        });
  }

  /** Every table of the schema but Flyway's own. */
  static List<String> tables(Jdbi jdbi) {
    String sql =
        """
        SELECT LOWER(table_name) AS name FROM information_schema.tables
        WHERE LOWER(table_schema) = 'public' AND LOWER(table_name) <> 'flyway_schema_history'
        ORDER BY name""";
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(sql)
                .map((row, context) -> row.getString("name").toLowerCase(Locale.ROOT))
                .list());
  }
}
