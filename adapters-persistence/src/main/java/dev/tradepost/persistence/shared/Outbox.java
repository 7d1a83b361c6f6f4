package dev.tradepost.persistence.shared;

import dev.tradepost.application.port.EventSink;
import dev.tradepost.domain.shared.Aggregate;
import dev.tradepost.domain.shared.DomainEvent;
import dev.tradepost.domain.shared.Stamp;
import dev.tradepost.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;

/**
 * Writes the events of a transaction into the outbox as its last act, under the numbers that follow
 * the last one given. Who numbers holds the row that knows it until the commit (ADR 0012).
 */
final class Outbox implements EventSink, Staging {
  private final Pending<Row> rows = new Pending<>();
  private Stamp stamp;

  private record Row(Aggregate state, long version, DomainEvent event, Instant at) {}

  /** The command of this moment and this user begins. */
  void begin(Stamp now) {
    stamp = now;
  }

  @Override
  public Stamp stamp() {
    return stamp;
  }

  @Override
  public void add(Aggregate state, List<DomainEvent> events) {
    long version = state.version() - events.size();
    for (DomainEvent event : events) {
      version++;
      rows.add(new Row(state, version, event, stamp.at()));
    }
  }

  @Override
  public void accept() {
    rows.accept();
  }

  @Override
  public void undo() {
    rows.undo();
  }

  /** Writes them; whether there were any. */
  boolean flush(Handle handle, Supplier<UUID> ids) {
    if (rows.all().isEmpty()) {
      return false;
    }
    AtomicLong seq = new AtomicLong(taken(handle, rows.all().size()));
    Batch.run(
        handle,
        """
        INSERT INTO outbox
          (seq, event_id, type, aggregate_id, aggregate_version, owner, occurred_at, data)
        VALUES (:seq, :id, :type, :aggregate, :version, :owner, :at, :data)""",
        rows.all(),
        (batch, row) ->
            batch
                .bind("seq", seq.incrementAndGet())
                .bind("id", ids.get())
                .bind("type", row.event.type())
                .bind("aggregate", row.state.aggregateId())
                .bind("version", row.version)
                .bind("owner", row.state.owner().map(UserId::value).orElse(null))
                .bind("at", Columns.timestamp(row.at))
                .bind("data", EventJson.of(row.event)));
    return true;
  }

  /** Takes so many numbers; the one before the first of them. */
  private static long taken(Handle handle, int count) {
    handle
        .createUpdate("UPDATE event_numbers SET last = last + :count WHERE id = 1")
        .bind("count", count)
        .execute();
    return JdbiEventViews.last(handle) - count;
  }
}
