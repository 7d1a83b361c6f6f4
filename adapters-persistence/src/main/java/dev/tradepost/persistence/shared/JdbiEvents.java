package dev.tradepost.persistence.shared;

import dev.tradepost.application.port.EventStore;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Gives events their numbers, under the lock of the one row that knows the last one. */
final class JdbiEvents implements EventStore {
  private final Handle handle;

  JdbiEvents(Handle handle) {
    this.handle = handle;
  }

  @Override
  public int number(int limit) {
    long last =
        handle
            .createQuery("SELECT last FROM event_numbers WHERE id = 1 FOR UPDATE")
            .mapTo(Long.class)
            .one();
    // Read after the lock is had, so that what the one before has numbered is seen to be.
    List<Long> waiting =
        handle
            .createQuery("SELECT id FROM outbox WHERE seq IS NULL ORDER BY seq, id LIMIT :limit")
            .bind("limit", limit)
            .mapTo(Long.class)
            .list();
    if (waiting.isEmpty()) {
      return 0;
    }
    try (PreparedBatch batch = handle.prepareBatch("UPDATE outbox SET seq = :seq WHERE id = :id")) {
      for (long id : waiting) {
        last++;
        batch.bind("seq", last).bind("id", id).add();
      }
      batch.execute();
    }
    handle
        .createUpdate("UPDATE event_numbers SET last = :last WHERE id = 1")
        .bind("last", last)
        .execute();
    return waiting.size();
  }
}
