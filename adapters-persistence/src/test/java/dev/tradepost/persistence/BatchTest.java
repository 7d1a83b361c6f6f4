package dev.tradepost.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradepost.persistence.shared.Batch;
import dev.tradepost.persistence.shared.Database;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What goes to the driver in one batch, and what a fault of it says. */
class BatchTest {
  private static final String INSERT =
      "INSERT INTO things (id, name, twin) VALUES (:id, :name, :name)";

  @TempDir private Path directory;

  private interface Scene {
    void play(Handle handle);
  }

  private void with(Engine engine, Scene scene) {
    try (Database database = Database.open(engine.create(directory, 1))) {
      database
          .jdbi()
          .useHandle(
              handle -> {
                handle.execute(
                    "CREATE TABLE things"
                        + " (id bigint PRIMARY KEY, name varchar(20), twin varchar(20))");
                scene.play(handle);
              });
    }
  }

  private static void insert(Handle handle, String... names) {
    List<String> rows = Arrays.asList(names);
    Batch.run(
        handle,
        INSERT,
        rows,
        (batch, name) -> batch.bind("id", (long) rows.indexOf(name)).bind("name", name));
  }

  @ParameterizedTest
  @EnumSource
  void every_row_has_its_values_wherever_their_name_stands(Engine engine) {
    with(
        engine,
        handle -> {
          insert(handle, "one", null, "three");
          String sql = "SELECT COALESCE(name, '-') || COALESCE(twin, '-') FROM things ORDER BY id";
          assertThat(handle.createQuery(sql).mapTo(String.class).list())
              .containsExactly("oneone", "--", "threethree");
          assertThat(
                  Batch.run(
                      handle,
                      "UPDATE things SET name = 'new' WHERE id = :id",
                      List.of(2L, 7L, 0L),
                      (batch, id) -> batch.bind("id", id)))
              .containsExactly(1, 0, 1);
          assertThat(Batch.run(handle, "not run at all", List.of(), (batch, row) -> {})).isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource
  void a_name_without_a_value_and_a_value_without_a_name_are_refused(Engine engine) {
    with(
        engine,
        handle -> {
          assertThatThrownBy(
                  () ->
                      Batch.run(
                          handle,
                          INSERT,
                          List.of(1L, 2L),
                          (batch, id) -> {
                            batch.bind("id", id);
                            if (id == 1) {
                              batch.bind("name", "only the first");
                            }
                          }))
              .isInstanceOf(IllegalStateException.class);
          assertThatThrownBy(
                  () ->
                      Batch.run(
                          handle, INSERT, List.of(1L), (batch, id) -> batch.bind("title", "x")))
              .isInstanceOf(IllegalArgumentException.class)
              .hasMessageContaining(":title");
          assertThat(handle.createQuery("SELECT 1 FROM things").mapTo(Integer.class).list())
              .isEmpty();
        });
  }

  @ParameterizedTest
  @EnumSource
  void a_fault_says_nothing_of_the_values(Engine engine) {
    with(
        engine,
        handle -> {
          // H2 quotes what does not fit, whoever asks.
          if (engine == Engine.POSTGRESQL) {
            assertThat(said(() -> insert(handle, "a-secret-longer-than-the-column")))
                .contains("things")
                .doesNotContain("a-secret");
          }
          assertThat(
                  said(
                      () ->
                          handle
                              .createQuery("SELECT 1 FROM nowhere WHERE name = :name")
                              .bind("name", "a-secret")
                              .mapTo(Integer.class)
                              .list()))
              .contains("nowhere")
              .doesNotContain("a-secret");
        });
  }

  /** All that a log would show of it. */
  private static String said(Runnable failing) {
    StringWriter text = new StringWriter();
    try {
      failing.run();
    } catch (JdbiException e) {
      e.printStackTrace(new PrintWriter(text));
    }
    return text.toString();
  }
}
