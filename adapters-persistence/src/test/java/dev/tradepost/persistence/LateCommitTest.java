package dev.tradepost.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.Actor;
import dev.tradepost.application.port.EventViews;
import dev.tradepost.application.port.EventViews.Logged;
import dev.tradepost.application.process.NumberEvents;
import dev.tradepost.persistence.shared.Database;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Numbers of events on PostgreSQL, where writers commit in another order than they insert. */
class LateCommitTest {
  private static final int ALL = 1_000;

  @TempDir private Path directory;
  private Database database;
  private OneShop shop;
  private final List<Logged> read = new ArrayList<>();

  @BeforeEach
  void open() {
    database = Database.open(Engine.POSTGRESQL.create(directory, 8));
    shop = OneShop.over(database.jdbi(), database.dialect());
  }

  @AfterEach
  void close() {
    database.close();
  }

  /** A transaction that has inserted an event and has not ended. */
  private Handle inserted(UUID id) {
    Jdbi jdbi = database.jdbi();
    Handle handle = jdbi.open().begin();
    handle
        .createUpdate(
            """
            INSERT INTO outbox
              (event_id, type, aggregate_id, aggregate_version, occurred_at, data)
            VALUES (:id, 'test.happened', :aggregate, 1, now(), '{}')""")
        .bind("id", id)
        .bind("aggregate", id.toString())
        .execute();
    return handle;
  }

  private int number() {
    return shop.execute(Actor.system(), new NumberEvents(ALL)).numbered();
  }

  /** Reads on; what comes must go on from what was read, without a gap. */
  private void readOn(String where) {
    EventViews events = shop.storage().views().events();
    long last = read.isEmpty() ? 0 : read.get(read.size() - 1).seq();
    List<Logged> fresh = events.after(last, EventViews.Filter.ALL, ALL);
    assertThat(fresh)
        .as(where)
        .extracting(Logged::seq)
        .isEqualTo(LongStream.rangeClosed(last + 1, last + fresh.size()).boxed().toList());
    read.addAll(fresh);
    assertThat(events.last()).as(where).isEqualTo(read.size());
  }

  @Test // A95
  void of_two_writers_the_one_who_inserts_first_and_commits_later_gets_the_later_number() {
    UUID early = new UUID(0, 1);
    UUID late = new UUID(0, 2);
    try (Handle first = inserted(early);
        Handle second = inserted(late)) {
      assertThat(number()).isZero();
      second.commit();
      assertThat(number()).isEqualTo(1);
      readOn("after the second has committed");
      assertThat(read).extracting(Logged::id).containsExactly(late);
      first.commit();
      assertThat(number()).isEqualTo(1);
      readOn("after the first has committed");
    }
    assertThat(read).extracting(Logged::id).containsExactly(late, early);
    List<UUID> asInserted =
        database
            .jdbi()
            .withHandle(
                it ->
                    it.createQuery("SELECT event_id FROM outbox ORDER BY id")
                        .mapTo(UUID.class)
                        .list());
    assertThat(asInserted).containsExactly(early, late);
  }

  @Test // A95
  void a_writer_who_gives_up_leaves_no_gap() {
    try (Handle first = inserted(new UUID(0, 1));
        Handle second = inserted(new UUID(0, 2))) {
      first.rollback();
      second.commit();
    }
    assertThat(number()).isEqualTo(1);
    readOn("after one has given up");
    assertThat(read).extracting(Logged::id).containsExactly(new UUID(0, 2));
  }

  @ParameterizedTest // A95
  @ValueSource(longs = {1, 2, 3})
  void a_reader_misses_nothing_in_whatever_order_writers_end(long seed) {
    Random chance = new Random(seed);
    Map<UUID, Handle> writing = new LinkedHashMap<>();
    List<UUID> committed = new ArrayList<>();
    for (int i = 1; i <= 60; i++) {
      String where = "seed %d, step %d".formatted(seed, i);
      if (writing.size() < 5) {
        UUID id = new UUID(seed, i);
        writing.put(id, inserted(id));
      }
      if (writing.size() == 5 || chance.nextBoolean()) {
        UUID id = List.copyOf(writing.keySet()).get(chance.nextInt(writing.size()));
        try (Handle ending = writing.remove(id)) {
          if (chance.nextInt(4) == 0) {
            ending.rollback();
          } else {
            ending.commit();
            committed.add(id);
          }
        }
      }
      if (chance.nextInt(3) == 0) {
        number();
        readOn(where);
      }
    }
    writing.values().forEach(it -> it.rollback().close());
    number();
    readOn("seed " + seed);
    assertThat(read)
        .as("seed %d", seed)
        .extracting(Logged::id)
        .containsExactlyInAnyOrderElementsOf(committed);
  }
}
