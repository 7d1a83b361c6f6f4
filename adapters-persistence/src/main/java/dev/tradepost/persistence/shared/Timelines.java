package dev.tradepost.persistence.shared;

import dev.tradepost.application.order.TimelineEntry;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.UserId;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** The moves of orders, which stand alike in a table for each kind of order. */
public final class Timelines {

  private Timelines() {}

  /** One move of one order. */
  public record Move(OrderId order, TimelineEntry entry) {}

  /** The statement that adds a move to this table. */
  public static String insert(String table) {
    return "INSERT INTO "
        + table
        + " (order_id, seq, from_state, to_state, action, reason, actor, at)"
        + " VALUES (:order, :seq, :from, :to, :action, :reason, :actor, :at)";
  }

  public static void bind(Batch batch, Move move) {
    batch
        .bind("order", move.order.value())
        .bind("seq", move.entry.seq())
        .bind("from", move.entry.from().orElse(null))
        .bind("to", move.entry.to())
        .bind("action", move.entry.action().orElse(null))
        .bind("reason", move.entry.reason())
        .bind("actor", move.entry.actor().value())
        .bind("at", Columns.timestamp(move.entry.at()));
  }

  /** The moves of an order in this table, the first one first. */
  public static List<TimelineEntry> read(Handle handle, String table, OrderId id) {
    return handle
        .createQuery("SELECT * FROM " + table + " WHERE order_id = :id ORDER BY seq")
        .bind("id", id.value())
        .map(
            (row, context) ->
                new TimelineEntry(
                    row.getLong("seq"),
                    Columns.instant(row, "at"),
                    Columns.text(row, "from_state"),
                    row.getString("to_state"),
                    Columns.text(row, "action"),
                    row.getString("reason"),
                    new UserId(row.getString("actor"))))
        .list();
  }
}
