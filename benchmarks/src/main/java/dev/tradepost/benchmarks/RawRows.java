package dev.tradepost.benchmarks;

import dev.tradepost.application.port.Sources;
import dev.tradepost.persistence.shared.JdbiTransactions;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Rows that the raw operations write, and what goes into them. */
final class RawRows {
  static final String USER = "bench";

  /** The same clock, ids and chance as the server's. */
  static final Sources SOURCES = JdbiTransactions.sources(Clock.systemUTC());

  static final String NEW_EVENT =
      """
      INSERT INTO outbox
        (seq, event_id, type, aggregate_id, aggregate_version, owner, occurred_at, data)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)""";

  /** Numbers without the lock and the order that the server gives them: to the loop's advantage. */
  private static final AtomicLong EVENTS = new AtomicLong();

  private RawRows() {}

  static Object[] row(Object... values) {
    return values;
  }

  static Object[] event(
      String type, Object aggregate, String owner, OffsetDateTime now, String data) {
    return row(nextSeq(), newId(), type, aggregate.toString(), 1L, owner, now, data);
  }

  static long nextSeq() {
    return EVENTS.incrementAndGet();
  }

  /** About as long as the data of an event that the server writes. */
  static String eventData(int length) {
    return "{\"text\":\"" + "x".repeat(length) + "\"}";
  }

  static UUID newId() {
    return SOURCES.ids().get();
  }

  static OffsetDateTime now() {
    return Instant.now().atOffset(ZoneOffset.UTC);
  }
}
