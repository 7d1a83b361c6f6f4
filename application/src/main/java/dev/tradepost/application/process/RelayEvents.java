package dev.tradepost.application.process;

import dev.tradepost.application.port.EventViews;
import dev.tradepost.application.port.EventViews.Logged;
import java.util.List;
import java.util.function.Consumer;

/**
 * Brings events from the log to whoever listens on this node. Any number of nodes may run it: each
 * reads all of them. What happens between two turns is found in the next one, so nothing depends on
 * when it runs, or on where it died.
 */
public final class RelayEvents {
  private static final int BATCH = 500;

  private final EventViews events;
  private final Consumer<List<Logged>> listener;
  private long position;

  /**
   * Begins after the last event there is.
   *
   * @param listener gets each event once, in order; it must not block
   */
  public RelayEvents(EventViews events, Consumer<List<Logged>> listener) {
    this.events = events;
    this.listener = listener;
    this.position = events.last();
  }

  /** One turn: all that is there now. */
  public synchronized void turn() {
    List<Logged> fresh;
    do {
      fresh = events.after(position, EventViews.Filter.ALL, BATCH);
      if (!fresh.isEmpty()) {
        listener.accept(fresh);
        position = fresh.get(fresh.size() - 1).seq();
      }
    } while (fresh.size() == BATCH);
  }
}
