package dev.tradepost.persistence.shared;

import dev.tradepost.application.port.EventStore;
import dev.tradepost.application.port.EventViews;
import dev.tradepost.application.port.EventViews.Logged;
import dev.tradepost.domain.shared.DomainEvent;
import dev.tradepost.domain.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The log of events; numbers are given under the lock of the one row that knows the last one. */
final class JdbiEvents implements EventStore {
  private final Immediate immediate;

  JdbiEvents(Immediate immediate) {
    this.immediate = immediate;
  }

  @Override
  public List<Numbered> number(int limit) {
    long last = last();
    // Read after the lock is had, so that what the one before has numbered is seen to be.
    List<Waiting> waiting =
        immediate
            .handle()
            .createQuery(
                """
                SELECT id, type, aggregate_id, owner FROM outbox WHERE seq IS NULL
                ORDER BY seq, id LIMIT :limit""")
            .bind("limit", limit)
            .map((row, context) -> Waiting.of(row))
            .list();
    if (waiting.isEmpty()) {
      return List.of();
    }
    List<Numbered> numbered = new ArrayList<>(waiting.size());
    try (PreparedBatch batch =
        immediate.handle().prepareBatch("UPDATE outbox SET seq = :seq WHERE id = :id")) {
      for (Waiting event : waiting) {
        last++;
        batch.bind("seq", last).bind("id", event.id).add();
        numbered.add(new Numbered(last, event.type, event.aggregateId, event.owner));
      }
      batch.execute();
    }
    immediate
        .handle()
        .createUpdate("UPDATE event_numbers SET last = :last WHERE id = 1")
        .bind("last", last)
        .execute();
    return numbered;
  }

  /** An event without a number, by its row. */
  private record Waiting(long id, String type, String aggregateId, Optional<UserId> owner) {
    static Waiting of(ResultSet row) throws SQLException {
      return new Waiting(
          row.getLong("id"),
          row.getString("type"),
          row.getString("aggregate_id"),
          Columns.text(row, "owner").map(UserId::new));
    }
  }

  @Override
  public long last() {
    return immediate
        .handle()
        .createQuery("SELECT last FROM event_numbers WHERE id = 1 FOR UPDATE")
        .mapTo(Long.class)
        .one();
  }

  @Override
  public List<Logged> after(long seq, EventViews.Filter filter, int limit) {
    return JdbiEventViews.after(immediate.handle(), seq, filter, limit);
  }

  @Override
  public List<Logged> at(Collection<Long> seqs) {
    return immediate
        .handle()
        .createQuery("SELECT * FROM outbox WHERE seq = ANY (:seqs) ORDER BY seq")
        .bindArray("seqs", Long.class, List.copyOf(seqs))
        .map((row, context) -> JdbiEventViews.logged(row))
        .list();
  }

  @Override
  public Map<Long, DomainEvent> retold(Collection<Long> seqs) {
    Map<Long, DomainEvent> events = new HashMap<>();
    for (Logged logged : at(seqs)) {
      RetoldEvents.of(logged).ifPresent(event -> events.put(logged.seq(), event));
    }
    return events;
  }
}
