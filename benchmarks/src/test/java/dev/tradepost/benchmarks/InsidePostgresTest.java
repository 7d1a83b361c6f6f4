package dev.tradepost.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.bootstrap.Main;
import dev.tradepost.persistence.shared.Database;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only PostgreSQL can: a transfer inside of it, and a database filled from behind. */
class InsidePostgresTest {
  @TempDir static Path home;
  private static PostgresEngine engine;

  @BeforeAll
  static void start() throws Exception {
    engine = PostgresEngine.start(home);
  }

  @AfterAll
  static void stop() throws Exception {
    engine.close();
  }

  @Test
  void the_function_leaves_the_rows_of_the_transfer_by_statements() throws Exception {
    try (Database database = Database.open(engine.rawDatabase());
        Handle handle = database.jdbi().open()) {
      RawConnection db = new RawConnection(handle.getConnection());
      RawWallets statements = new RawWallets(db);
      statements.open(new WalletIds());
      TransferFunction function = new TransferFunction(db);
      function.create();
      List<UUID> alike =
          handle
              .createQuery("SELECT id FROM wallets WHERE lines = 1 ORDER BY id LIMIT 4")
              .mapTo(UUID.class)
              .list();
      statements.transfer(alike.get(1), alike.get(0));
      function.transfer(alike.get(3), alike.get(2));
      List<String> rows = rows(handle, alike.get(1), alike.get(0));
      assertThat(rows).hasSize(2 + 2 + 1 + 2 + 2);
      assertThat(rows(handle, alike.get(3), alike.get(2))).isEqualTo(rows);
    }
  }

  /** All rows of a transfer, but for what is never twice the same. */
  private static List<String> rows(Handle handle, UUID payer, UUID payee) {
    List<String> rows = new ArrayList<>();
    for (String table :
        List.of(
            "wallets WHERE id IN (:payer, :payee) ORDER BY user_id",
            "wallet_balances WHERE wallet_id IN (:payer, :payee) ORDER BY total_minor",
            "journal_entries WHERE payer = :payer",
            "postings WHERE owner IN (:payer, :payee) AND type LIKE 'TRANSFER%' ORDER BY line",
            "outbox WHERE aggregate_id IN (:payer::text, :payee::text) ORDER BY seq")) {
      handle
          .createQuery("SELECT * FROM " + table.replace("::text", "\\:\\:text"))
          .bind("payer", payer)
          .bind("payee", payee)
          .mapToMap()
          .forEach(row -> rows.add(plain(row, payer, payee)));
    }
    return rows;
  }

  private static String plain(Map<String, Object> row, UUID payer, UUID payee) {
    Map<String, String> plain = new TreeMap<>();
    row.forEach(
        (column, it) ->
            plain.put(
                column,
                String.valueOf(it)
                    .replace(payer.toString(), "payer")
                    .replace(payee.toString(), "payee")
                    .replaceFirst("[0-9a-f]{8}(-[0-9a-f]{4,12}){4}", "an id")
                    .replaceFirst("owner-[0-9]{4}", "an owner")
                    .replaceFirst("[0-9]{4}-.*:.*", "a moment")));
    if (plain.containsKey("event_id")) {
      plain.keySet().removeAll(Set.of("seq", "id"));
    }
    return plain.toString();
  }

  @Test
  void a_database_filled_from_behind_is_sound() throws Exception {
    Options options =
        Options.parse(
            "--operations",
            "growth",
            "--orders",
            "1000,2000",
            "--seconds",
            "0.3",
            "--warmup",
            "0.3",
            "--rounds",
            "1");
    List<String> program =
        List.of("-cp", System.getProperty("java.class.path"), Main.class.getName());
    GrowthMeasured growth = new Growth(options, program, home, engine, it -> {}).measure();
    assertThat(growth.steps())
        .extracting(GrowthMeasured.Step::orders)
        .containsExactly(1_000, 2_000);
    assertThat(growth.ratios()).hasSize(6).allSatisfy((what, it) -> assertThat(it).isPositive());
  }
}
