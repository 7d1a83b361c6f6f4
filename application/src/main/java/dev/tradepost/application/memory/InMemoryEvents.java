package dev.tradepost.application.memory;

import dev.tradepost.application.port.EventViews;
import dev.tradepost.domain.shared.DomainEvent;
import dev.tradepost.domain.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * All events that were committed, in the order of their commits, so that the number of one is its
 * place; the first ones have been given theirs. It knows no JSON: the data of an event is its text.
 */
final class InMemoryEvents {
  private final List<Event> outbox = new ArrayList<>();
  private int numbered;

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

  int size() {
    return outbox.size();
  }

  int waiting() {
    return outbox.size() - numbered;
  }

  void number(int howMany) {
    numbered += howMany;
  }

  long last() {
    return numbered;
  }

  List<EventViews.Logged> after(long seq, EventViews.Filter filter, int limit) {
    List<EventViews.Logged> found = new ArrayList<>();
    for (int i = (int) Math.min(Math.max(seq, 0), numbered); i < numbered; i++) {
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
