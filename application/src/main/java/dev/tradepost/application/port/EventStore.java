package dev.tradepost.application.port;

import dev.tradepost.application.port.EventViews.Logged;
import dev.tradepost.domain.shared.DomainEvent;
import dev.tradepost.domain.shared.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The events of all commands, and the log in which they get their places. */
public interface EventStore {

  /**
   * Gives events that were committed and have no number yet the next ones, without a gap, at most
   * so many; those that got one, in order. Only one unit of work does so at a time.
   */
  List<Numbered> number(int limit);

  /** The last number that was given; nobody gives another before this unit of work has ended. */
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
