package dev.tradepost.application.process;

import dev.tradepost.application.Actor;
import dev.tradepost.application.UseCases;
import dev.tradepost.application.port.EventViews;

/**
 * Sees to it that webhooks and mails are queued for what has happened. Any number of nodes may run
 * it: one of them takes each event.
 */
public final class NoticeEvents {
  private static final int BATCH = 500;

  private final UseCases useCases;
  private final EventViews events;
  private final Runnable queued;
  private long done = -1;

  /**
   * Begins with the first event that is not queued.
   *
   * @param queued told that deliveries or mails have been queued; it must not block
   */
  public NoticeEvents(UseCases useCases, EventViews events, Runnable queued) {
    this.useCases = useCases;
    this.events = events;
    this.queued = queued;
  }

  /** One turn: all that is there now; a mere look where nothing has happened. */
  public synchronized void turn() {
    long last = events.last();
    if (last == done) {
      return;
    }
    QueueNotices.Done taken;
    do {
      taken = useCases.execute(Actor.system(), new QueueNotices(BATCH));
      if (taken.queued() > 0) {
        queued.run();
      }
    } while (taken.events() == BATCH);
    done = last;
  }
}
