package dev.tradepost.application.process;

import dev.tradepost.application.Actor;
import dev.tradepost.application.UseCases;
import dev.tradepost.application.port.EventViews;
import dev.tradepost.application.port.EventViews.Logged;
import java.util.List;
import java.util.function.Consumer;

/**
 * Brings events from the outbox into the log, and from the log to whoever listens on this node. Any
 * number of nodes may run it: one of them gives the numbers, each reads all of them. What happens
 * between two turns is found in the next one, so nothing depends on when it runs, or on where it
 * died.
 */
public final class RelayEvents {
  private static final int BATCH = 500;

  private final UseCases useCases;
  private final EventViews events;
  private final Consumer<List<Logged>> listener;
  private final Runnable queued;
  private long position;

  /**
   * Begins after the last event there is.
   *
   * @param listener gets each event once, in order; it must not block
   * @param queued told that deliveries or mails have been queued; it must not block
   */
  public RelayEvents(
      UseCases useCases, EventViews events, Consumer<List<Logged>> listener, Runnable queued) {
    this.queued = queued;
    this.useCases = useCases;
    this.events = events;
    this.listener = listener;
    this.position = events.last();
  }

  /** One turn: all that is there now. */
  public synchronized void turn() {
    NumberEvents.Done done;
    do {
      done = useCases.execute(Actor.system(), new NumberEvents(BATCH));
      if (done.queued() > 0) {
        queued.run();
      }
      deliver();
    } while (done.numbered() == BATCH);
  }

  private void deliver() {
    List<Logged> fresh = events.after(position, EventViews.Filter.ALL, BATCH);
    while (!fresh.isEmpty()) {
      listener.accept(fresh);
      position = fresh.get(fresh.size() - 1).seq();
      fresh =
          fresh.size() < BATCH ? List.of() : events.after(position, EventViews.Filter.ALL, BATCH);
    }
  }
}
