package dev.tradepost.persistence.shared;

import dev.tradepost.application.port.EventStore;
import dev.tradepost.application.port.EventViews;
import dev.tradepost.application.port.EventViews.Logged;
import dev.tradepost.domain.shared.DomainEvent;
import dev.tradepost.domain.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;

/** The log of events; what is still to be queued is taken under the lock of a row of its own. */
final class JdbiEvents implements EventStore {
  private final Immediate immediate;

  JdbiEvents(Immediate immediate) {
    this.immediate = immediate;
  }

  @Override
  public List<Numbered> takeUnqueued(int limit) {
    Handle handle = immediate.handle();
    String sql =
        """
        SELECT seq, type, aggregate_id, owner FROM outbox WHERE seq > :queued
        ORDER BY seq LIMIT :limit""";
    // Read after the lock is had, so that what the one before has taken is seen to be.
    List<Numbered> next =
        handle
            .createQuery(sql)
            .bind("queued", queued())
            .bind("limit", limit)
            .map((row, context) -> numbered(row))
            .list();
    if (!next.isEmpty()) {
      handle
          .createUpdate("UPDATE events_queued SET last = :last WHERE id = 1")
          .bind("last", next.get(next.size() - 1).seq())
          .execute();
    }
    return next;
  }

  private static Numbered numbered(ResultSet row) throws SQLException {
    return new Numbered(
        row.getLong("seq"),
        row.getString("type"),
        row.getString("aggregate_id"),
        Columns.text(row, "owner").map(UserId::new));
  }

  @Override
  public long queued() {
    return immediate
        .handle()
        .createQuery("SELECT last FROM events_queued WHERE id = 1 FOR UPDATE")
        .mapTo(Long.class)
        .one();
  }

  @Override
  public long last() {
    return JdbiEventViews.last(immediate.handle());
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
