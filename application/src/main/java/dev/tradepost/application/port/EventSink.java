package dev.tradepost.application.port;

import dev.tradepost.domain.shared.Aggregate;
import dev.tradepost.domain.shared.DomainEvent;
import dev.tradepost.domain.shared.Stamp;
import java.util.List;

/** Where a unit of work puts the events of its changes, in order. */
public interface EventSink {

  /** When the command that runs happens, and by whose doing. */
  Stamp stamp();

  /** Adds what happened to an aggregate on its way to this state. */
  void add(Aggregate state, List<DomainEvent> events);
}
