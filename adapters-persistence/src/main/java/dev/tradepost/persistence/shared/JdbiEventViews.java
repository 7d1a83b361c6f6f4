package dev.tradepost.persistence.shared;

import dev.tradepost.application.port.EventViews;
import dev.tradepost.domain.shared.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads the log of events. */
final class JdbiEventViews implements EventViews {
  private final Reads reads;

  JdbiEventViews(Reads reads) {
    this.reads = reads;
  }

  @Override
  public long last() {
    return reads.with(JdbiEventViews::last);
  }

  static long last(Handle handle) {
    return handle
        .createQuery("SELECT last FROM event_numbers WHERE id = 1")
        .mapTo(Long.class)
        .one();
  }

  @Override
  public List<Logged> after(long seq, Filter filter, int limit) {
    return reads.with(handle -> after(handle, seq, filter, limit));
  }

  static List<Logged> after(Handle handle, long seq, Filter filter, int limit) {
    String sql =
        "SELECT * FROM outbox WHERE seq > :seq"
            + (filter.owner().isPresent() ? " AND owner = :owner" : "")
            + (filter.types().isEmpty() ? "" : " AND type = ANY (:types)")
            + " ORDER BY seq LIMIT :limit";
    Query query = handle.createQuery(sql).bind("seq", seq).bind("limit", limit);
    filter.owner().ifPresent(owner -> query.bind("owner", owner.value()));
    if (!filter.types().isEmpty()) {
      query.bindArray("types", String.class, List.copyOf(filter.types()));
    }
    return query.map((row, context) -> logged(row)).list();
  }

  static Logged logged(ResultSet row) throws SQLException {
    return new Logged(
        row.getLong("seq"),
        Columns.uuid(row, "event_id"),
        row.getString("type"),
        Columns.instant(row, "occurred_at"),
        row.getString("aggregate_id"),
        row.getLong("aggregate_version"),
        Columns.text(row, "owner").map(UserId::new),
        row.getString("data"));
  }
}
