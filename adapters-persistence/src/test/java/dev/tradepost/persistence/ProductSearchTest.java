package dev.tradepost.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.persistence.shared.Database;
import java.nio.file.Path;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL finds a part of a product's name by an index, where it may have one. */
class ProductSearchTest {
  private static final String INDEX = "products_by_parts_of_names";
  private static final String SEARCH =
      "EXPLAIN SELECT * FROM products WHERE LOWER(name) LIKE '%apto%' ESCAPE '!'";

  @TempDir private Path directory;

  @Test
  void names_are_found_by_their_trigrams() {
    try (Database database = Database.open(Engine.POSTGRESQL.create(directory, 2));
        Handle handle = database.jdbi().open()) {
      handle.execute("SET enable_seqscan = off");
      assertThat(lines(handle, SEARCH)).anyMatch(line -> line.contains(INDEX));
    }
  }

  @Test
  void who_may_not_create_the_extension_has_a_database_without_the_index() {
    Database.Location ofOwner = Engine.POSTGRESQL.create(directory, 1);
    try (Database database = Database.open(ofOwner);
        Handle handle = database.jdbi().open()) {
      handle.execute("DROP SCHEMA public CASCADE");
      handle.execute("CREATE ROLE lowly LOGIN PASSWORD 'lowly'");
      handle.execute("CREATE SCHEMA public AUTHORIZATION lowly");
    }

    String url = ofOwner.url().replace("user=postgres", "user=lowly");
    Database.Location location = new Database.Location(url, "lowly", "lowly", 1);
    try (Database database = Database.open(location);
        Handle handle = database.jdbi().open()) {
      assertThat(lines(handle, "SELECT indexname FROM pg_indexes WHERE tablename = 'products'"))
          .isNotEmpty()
          .doesNotContain(INDEX);
      assertThat(lines(handle, "SELECT version FROM flyway_schema_history WHERE success"))
          .contains("15");
    }
  }

  private static List<String> lines(Handle handle, String sql) {
    return handle.createQuery(sql).mapTo(String.class).list();
  }
}
