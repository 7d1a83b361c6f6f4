package dev.tradepost.application.memory;

import dev.tradepost.application.port.EventStore;
import dev.tradepost.application.port.EventViews;
import dev.tradepost.domain.fulfilment.ShipmentEvent;
import dev.tradepost.domain.shared.DomainEvent;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.wallet.EscrowEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * All events that were committed, in the order of their commits, so that the number of one is its
 * place. It knows no JSON: the data of an event is its text.
 */
final class InMemoryEvents {
  private final List<Event> outbox = new ArrayList<>();
  private int queued;

  /** One event as it happened. */
  record Event(
      UUID id,
      Instant at,
      String aggregateId,
      long aggregateVersion,
      Optional<UserId> owner,
      DomainEvent data) {}

  void addAll(List<Event> committed) {
    outbox.addAll(committed);
  }

  long last() {
    return outbox.size();
  }

  List<EventViews.Logged> after(long seq, EventViews.Filter filter, int limit) {
    int end = outbox.size();
    List<EventViews.Logged> found = new ArrayList<>();
    for (int i = (int) Math.min(Math.max(seq, 0), end); i < end; i++) {
      Event event = outbox.get(i);
      boolean wanted =
          (filter.owner().isEmpty() || filter.owner().equals(event.owner))
              && (filter.types().isEmpty() || filter.types().contains(event.data.type()));
      if (wanted && found.size() < limit) {
        found.add(logged(i + 1L, event));
      }
    }
    return found;
  }

  List<EventViews.Logged> at(Collection<Long> seqs) {
    return seqs.stream().sorted().map(seq -> logged(seq, outbox.get((int) (seq - 1)))).toList();
  }

  Unit unit() {
    return new Unit();
  }

  /** The log as one unit of work sees it; what it takes is taken when it ends. */
  final class Unit implements EventStore {
    private int taken;

    @Override
    public List<Numbered> takeUnqueued(int limit) {
      List<EventViews.Logged> next = after(queued(), EventViews.Filter.ALL, limit);
      taken += next.size();
      return next.stream().map(Numbered::of).toList();
    }

    @Override
    public long queued() {
      return queued + taken;
    }

    @Override
    public long last() {
      return InMemoryEvents.this.last();
    }

    @Override
    public List<EventViews.Logged> after(long seq, EventViews.Filter filter, int limit) {
      return InMemoryEvents.this.after(seq, filter, limit);
    }

    @Override
    public List<EventViews.Logged> at(Collection<Long> seqs) {
      return InMemoryEvents.this.at(seqs);
    }

    @Override
    public Map<Long, DomainEvent> retold(Collection<Long> seqs) {
      Map<Long, DomainEvent> events = new HashMap<>();
      for (long seq : seqs) {
        DomainEvent event = outbox.get((int) (seq - 1)).data;
        if (event instanceof ShipmentEvent.StatusChanged || event instanceof EscrowEvent.Moved) {
          events.put(seq, event);
        }
      }
      return events;
    }

    void commit() {
      queued += taken;
    }
  }

  private static EventViews.Logged logged(long seq, Event event) {
    return new EventViews.Logged(
        seq,
        event.id,
        event.data.type(),
        event.at,
        event.aggregateId,
        event.aggregateVersion,
        event.owner,
        event.data.toString());
  }
}
