package dev.tradepost.domain.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * What a verb did to an aggregate: its new state and the events that tell why. Stores save changes
 * only, so no state is ever kept without its history.
 *
 * @param <T> the aggregate
 */
public record Change<T>(T state, List<DomainEvent> events) {

  public Change {
    Objects.requireNonNull(state);
    events = List.copyOf(events);
  }

  public static <T> Change<T> of(T state, DomainEvent event) {
    return new Change<>(state, List.of(event));
  }

  /** Does the next verb on the new state and keeps the events of both, in order. */
  public Change<T> then(Function<T, Change<T>> verb) {
    Change<T> next = verb.apply(state);
    List<DomainEvent> all = new ArrayList<>(events);
    all.addAll(next.events);
    return new Change<>(next.state, all);
  }
}
