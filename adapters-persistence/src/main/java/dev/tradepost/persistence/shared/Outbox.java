package dev.tradepost.persistence.shared;

import dev.tradepost.application.port.EventSink;
import dev.tradepost.domain.shared.Aggregate;
import dev.tradepost.domain.shared.DomainEvent;
import dev.tradepost.domain.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;

/** Writes the events of a unit of work into the outbox, in the transaction that caused them. */
final class Outbox implements EventSink {
  private final List<Row> rows = new ArrayList<>();

  private record Row(Aggregate state, long version, DomainEvent event) {}

  @Override
  public void add(Aggregate state, List<DomainEvent> events) {
    long version = state.version() - events.size();
    for (DomainEvent event : events) {
      version++;
      rows.add(new Row(state, version, event));
    }
  }

  void flush(Handle handle, Instant now, Supplier<UUID> ids) {
    if (rows.isEmpty()) {
      return;
    }
    String sql =
        """
        INSERT INTO outbox
          (event_id, type, aggregate_id, aggregate_version, owner, occurred_at, data)
        VALUES (:id, :type, :aggregate, :version, :owner, :at, :data)""";
    try (PreparedBatch batch = handle.prepareBatch(sql)) {
      for (Row row : rows) {
        batch
            .bind("id", ids.get())
            .bind("type", row.event.type())
            .bind("aggregate", row.state.aggregateId())
            .bind("version", row.version)
            .bind("owner", row.state.owner().map(UserId::value).orElse(null))
            .bind("at", Columns.timestamp(now))
            .bind("data", EventJson.of(row.event))
            .add();
      }
      batch.execute();
    }
  }
}
