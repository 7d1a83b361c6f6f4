package dev.tradepost.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.port.Proof;
import dev.tradepost.persistence.shared.Database;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.jdbi.v3.core.transaction.TransactionIsolationLevel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The rules of the data: a sound shop keeps them all, and each of them can be broken. */
class InvariantsTest {
  @TempDir private Path directory;

  @ParameterizedTest // S3-06, S3-53
  @EnumSource
  void a_shop_in_which_everything_has_happened_adds_up(Engine engine) {
    try (Database database = Database.open(engine.create(directory, 2))) {
      FullShop.in(database);

      assertThat(database.proof().run()).allMatch(Proof.Check::ok);
    }
  }

  @Test
  void no_rule_is_without_a_damage() {
    try (Database database = Database.open(Engine.H2.create(directory, 2))) {
      assertThat(database.proof().run())
          .extracting(Proof.Check::name)
          .containsExactlyInAnyOrderElementsOf(Damage.all().map(Damage::rule).distinct().toList());
    }
  }

  @ParameterizedTest // S3-06, A97, A98
  @EnumSource
  void every_damage_is_seen_by_its_rule_and_no_other(Engine engine) {
    try (Database database = Database.open(engine.create(directory, 2))) {
      FullShop shop = FullShop.in(database);
      SoftAssertions all = new SoftAssertions();
      Damage.all().forEach(damage -> assertSeen(database, shop, damage, all));
      all.assertAll();

      assertThat(database.proof().run()).as("all was undone").allMatch(Proof.Check::ok);
    }
  }

  /** In a transaction that is undone; the proof is run on its connection, because it is open. */
  private static void assertSeen(
      Database database, FullShop shop, Damage damage, SoftAssertions all) {
    database
        .jdbi()
        .useTransaction(
            TransactionIsolationLevel.SERIALIZABLE,
            handle -> {
              all.assertThat(shop.damage(handle, damage.sql())).as(damage.sql()).isPositive();
              List<Proof.Check> broken = broken(database);
              handle.rollback();
              all.assertThat(broken)
                  .as(damage.sql())
                  .extracting(Proof.Check::name)
                  .containsExactlyInAnyOrderElementsOf(damage.rules());
              all.assertThat(broken)
                  .filteredOn(check -> check.name().equals(damage.rule()))
                  .flatExtracting(Proof.Check::rows)
                  .as(damage.sql())
                  .isNotEmpty()
                  .allMatch(row -> row.toString().contains(shop.shown(damage.shows())));
            });
  }

  private static List<Proof.Check> broken(Database database) {
    return database.proof().run().stream().filter(check -> !check.ok()).toList();
  }
}
