package dev.tradepost.application.port;

import dev.tradepost.application.port.EventViews.Logged;
import dev.tradepost.domain.shared.DomainEvent;
import dev.tradepost.domain.shared.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The log of all events. Each gets its number in the transaction that caused it, under a lock that
 * is held until the commit, so that numbers have no gap and stand in the order of commits.
 */
public interface EventStore {

  /**
   * The next events that nobody has taken here before, in order, at most so many. Only one unit of
   * work does so at a time.
   */
  List<Numbered> takeUnqueued(int limit);

  /** The last event that was taken to be queued; nobody takes another before this unit ends. */
  long queued();

  /** The last number that was given. */
  long last();

  /** Events after this number, in order, at most so many. */
  List<Logged> after(long seq, EventViews.Filter filter, int limit);

  /** The events of these numbers, in order. */
  List<Logged> at(Collection<Long> seqs);

  /**
   * The events of these numbers as they happened. Not every event can be told again: those of
   * shipments and escrows that moved can, all others are left out.
   */
  Map<Long, DomainEvent> retold(Collection<Long> seqs);

  /** What an event is about, without its data. */
  record Numbered(long seq, String type, String aggregateId, Optional<UserId> owner) {

    public static Numbered of(Logged event) {
      return new Numbered(event.seq(), event.type(), event.aggregateId(), event.owner());
    }
  }
}
