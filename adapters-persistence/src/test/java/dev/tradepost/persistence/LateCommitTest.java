package dev.tradepost.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.port.EventViews;
import dev.tradepost.application.port.EventViews.Logged;
import dev.tradepost.persistence.shared.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.FutureTask;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Numbers of events on PostgreSQL, where another node may be about to commit. */
class LateCommitTest {
  private static final UUID THEIRS = new UUID(0, 1);

  @TempDir private Path directory;
  private Database database;
  private OneShop shop;
  private long before;

  @BeforeEach
  void open() {
    database = Database.open(Engine.POSTGRESQL.create(directory, 8));
    shop = OneShop.over(database.jdbi(), database.dialect());
    shop.furnish(1);
    before = shop.storage().views().events().last();
  }

  @AfterEach
  void close() {
    database.close();
  }

  /** Another node's transaction that has numbered its event and has not ended. */
  private Handle other() {
    Handle handle = database.jdbi().open().begin();
    handle.execute("UPDATE event_numbers SET last = last + 1 WHERE id = 1");
    handle
        .createUpdate(
            """
            INSERT INTO outbox
              (seq, event_id, type, aggregate_id, aggregate_version, occurred_at, data)
            SELECT last, :id, 'test.happened', 'x', 1, now(), '{}' FROM event_numbers""")
        .bind("id", THEIRS)
        .execute();
    return handle;
  }

  /** A command of this node, as soon as it waits for the other node's commit. */
  private FutureTask<Object> waiting() {
    FutureTask<Object> task =
        new FutureTask<>(() -> shop.execute(OneShop.ALICE, OneShop.ordering(1)));
    new Thread(task).start();
    String sql = "SELECT COUNT(*) FROM pg_locks WHERE NOT granted";
    while (database.jdbi().withHandle(it -> it.createQuery(sql).mapTo(Long.class).one()) == 0) {
      Thread.onSpinWait();
    }
    return task;
  }

  private List<Logged> fresh() {
    return shop.storage().views().events().after(before, EventViews.Filter.ALL, 100);
  }

  private void assertNumberedFrom(long first, List<Logged> events) {
    for (int i = 0; i < events.size(); i++) {
      assertThat(events.get(i).seq()).isEqualTo(first + i);
    }
  }

  @Test // A95
  void who_commits_later_has_the_later_numbers() throws Exception {
    try (Handle other = other()) {
      FutureTask<Object> mine = waiting();
      assertThat(fresh()).isEmpty();
      other.commit();
      mine.get();
    }
    assertThat(fresh()).hasSizeGreaterThan(1);
    assertThat(fresh().get(0).id()).isEqualTo(THEIRS);
    assertNumberedFrom(before + 1, fresh());
  }

  @Test // A95
  void who_gives_up_leaves_no_gap() throws Exception {
    try (Handle other = other()) {
      FutureTask<Object> mine = waiting();
      other.rollback();
      mine.get();
    }
    assertThat(fresh()).isNotEmpty().extracting(Logged::id).doesNotContain(THEIRS);
    assertNumberedFrom(before + 1, fresh());
  }
}
