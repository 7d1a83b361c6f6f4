package dev.tradepost.application.port;

import dev.tradepost.domain.shared.Aggregate;
import dev.tradepost.domain.shared.DomainEvent;
import java.util.List;

/** Where a unit of work puts the events of its changes, in order. */
@FunctionalInterface
public interface EventSink {

  /** Adds what happened to an aggregate on its way to this state. */
  void add(Aggregate state, List<DomainEvent> events);
}
