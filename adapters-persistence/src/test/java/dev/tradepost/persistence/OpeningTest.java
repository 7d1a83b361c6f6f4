package dev.tradepost.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.tradepost.persistence.shared.Database;
import dev.tradepost.persistence.shared.Dialect;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

/** Opening a database: quietly where it is sound, with a clear message where it is not. */
class OpeningTest {
  @TempDir private Path directory;

  /** A program of its own that opens the file named by its argument and says what came of it. */
  static final class OtherProcess {
    private OtherProcess() {}

    public static void main(String[] arguments) {
      try (Database database =
          Database.open(Database.Location.embedded(Path.of(arguments[0]), 2))) {
        System.out.println("opened " + database.dialect());
      } catch (Database.CannotOpen e) {
        System.out.println("refused: " + e.getMessage());
      }
    }
  }

  private static String inAnotherProcess(Path file) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                OtherProcess.class.getName(),
                file.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return said;
  }

  @Test // A102
  void a_second_process_is_told_that_the_file_is_in_use() throws Exception {
    Path file = directory.resolve("shared");
    try (Database database = Database.open(Database.Location.embedded(file, 2))) {
      assertThat(inAnotherProcess(file))
          .contains("refused: ")
          .contains("in use by another process")
          .contains("--data");
      assertThat(database.reachable()).isTrue();
    }
    assertThat(inAnotherProcess(file)).contains("opened H2");
  }

  @ParameterizedTest // A107
  @EnumSource
  void a_pool_of_one_connection_is_enough(Engine engine) {
    try (Database database = Database.open(engine.create(directory, 1))) {
      assertThat(database.reachable()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_was_written_is_there_when_it_is_opened_again(Engine engine) {
    Database.Location location = engine.create(directory, 2);
    Map<String, Long> before;
    try (Database database = Database.open(location)) {
      OneShop shop = OneShop.over(database.jdbi(), database.dialect());
      shop.furnish(1);
      shop.paidOrder();
      before = shop.storage().rowCounts();
    }
    try (Database database = Database.open(location)) {
      OneShop shop = OneShop.over(database.jdbi(), database.dialect());
      assertThat(shop.storage().rowCounts()).isEqualTo(before);
    }
  }

  @ParameterizedTest // A98, A101
  @ValueSource(
      strings = {
        "UPDATE stock SET on_hand = on_hand + 1 WHERE product_id = 'p1'",
        "UPDATE stock SET reserved = reserved + 1 WHERE product_id = 'p0'",
        "UPDATE reservations SET status = 'RELEASED'",
        "UPDATE orders SET items_minor = items_minor + 1, total_minor = total_minor + 1",
        "UPDATE orders SET status = 'SHIPPED'",
        "DELETE FROM order_transitions",
        "UPDATE payments SET refunds_minor = 1",
        "UPDATE stock_movements SET product_id = 'nothing'",
        "UPDATE wallet_balances SET total_minor = total_minor + 1 WHERE currency = 'USD'",
        "UPDATE postings SET balance_after_minor = balance_after_minor + 1 WHERE owner = :bob",
        "UPDATE wallet_balances SET held_minor = held_minor - 1 WHERE held_minor > 0",
        "UPDATE holds SET status = 'RELEASED' WHERE status = 'OPEN'",
        "UPDATE payments SET amount_minor = amount_minor + 1 WHERE order_id = :byCard",
        "UPDATE payments SET status = 'FAILED' WHERE order_id = :byCard",
        "DELETE FROM escrows WHERE order_id = :byCard"
      })
  void data_that_no_longer_adds_up_is_refused(String damage) {
    try (Database database = Database.open(Engine.H2.create(directory, 2))) {
      FullShop shop = FullShop.in(database);
      database.requireSound();
      database.jdbi().useHandle(handle -> shop.damage(handle, damage));

      assertThatThrownBy(database::requireSound)
          .isInstanceOf(Database.CannotOpen.class)
          .hasMessageContaining("the data is damaged");
    }
  }

  @ParameterizedTest // A103
  @EnumSource
  void a_schema_newer_than_the_program_is_refused(Engine engine) {
    Database.Location location = engine.create(directory, 2);
    try (Database database = Database.open(location)) {
      database.jdbi().useHandle(handle -> handle.execute(aLaterMigration(database.dialect())));
    }

    assertThatThrownBy(() -> Database.open(location))
        .isInstanceOf(Database.CannotOpen.class)
        .hasMessageContaining("written by a newer version");
  }

  private static String aLaterMigration(Dialect dialect) {
    String sql =
        """
        INSERT INTO flyway_schema_history
          (installed_rank, version, description, type, script, checksum, installed_by,
           execution_time, success)
        VALUES (900, '900', 'from the future', 'SQL', 'V900__from_the_future.sql', 1, 'test',
          1, TRUE)""";
    if (dialect == Dialect.POSTGRESQL) {
      return sql;
    }
    String quoted = sql.replaceFirst("flyway_schema_history", "\"flyway_schema_history\"");
    for (String column :
        new String[] {
          "installed_rank",
          "version",
          "description",
          "type",
          "script",
          "checksum",
          "installed_by",
          "execution_time",
          "success"
        }) {
      quoted = quoted.replaceFirst("(?<=[(, \\n])" + column + "(?=[,)])", "\"" + column + "\"");
    }
    return quoted;
  }

  @ParameterizedTest // stack.md: Flyway 13 with H2 must not warn of a newer version
  @EnumSource
  void flyway_has_nothing_to_warn_of(Engine engine) {
    ListAppender<ILoggingEvent> seen = new ListAppender<>();
    Logger flyway = (Logger) LoggerFactory.getLogger("org.flywaydb");
    seen.start();
    flyway.addAppender(seen);
    try {
      Database.Location location = engine.create(directory, 2);
      Database.open(location).close();
      Database.open(location).close();
    } finally {
      flyway.detachAppender(seen);
    }
    assertThat(seen.list)
        .filteredOn(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
        .extracting(ILoggingEvent::getFormattedMessage)
        .isEmpty();
  }

  @Test
  void a_server_that_is_not_there_is_named_without_its_password() {
    Database.Location nowhere =
        new Database.Location(
            "jdbc:postgresql://localhost:1/shop?password=hunter2", "me", "hunter2", 1);

    Database.CannotOpen refusal =
        catchThrowableOfType(Database.CannotOpen.class, () -> Database.open(nowhere));

    assertThat(refusal).hasMessageContaining("localhost:1/shop");
    assertThat(refusal.getMessage()).doesNotContain("hunter2");
  }

  @Test
  void a_url_of_another_database_is_refused() {
    Database.Location other = new Database.Location("jdbc:mysql://localhost/shop", "me", "", 1);
    assertThatThrownBy(() -> Database.open(other)).hasMessageContaining("jdbc:postgresql:");
  }

  @Test // A98
  void the_embedded_database_writes_through_at_every_commit() {
    Database.Location location = Engine.H2.create(directory, 2);
    assertThat(location.url()).contains("WRITE_DELAY=0");
    try (Database database = Database.open(location)) {
      List<String> delays =
          database
              .jdbi()
              .withHandle(
                  handle ->
                      handle
                          .createQuery(
                              """
                              SELECT setting_value FROM information_schema.settings
                              WHERE setting_name = 'WRITE_DELAY'""")
                          .mapTo(String.class)
                          .list());
      assertThat(delays).isNotEmpty().containsOnly("0");
    }
  }
}
