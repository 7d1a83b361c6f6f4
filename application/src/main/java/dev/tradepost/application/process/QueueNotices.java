package dev.tradepost.application.process;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Role;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.mail.Mails;
import dev.tradepost.application.port.EventStore.Numbered;
import dev.tradepost.application.port.Prefetch;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.application.webhook.Webhooks;
import java.util.List;

/**
 * Queues events for the webhooks that hear them and the customers who get a mail. How far that has
 * come is kept in the same transaction, so that each event is queued once.
 *
 * @param limit how many events at most
 */
public record QueueNotices(int limit) implements UseCase<QueueNotices.Done> {

  /** How many events were looked at, and how many deliveries and mails were queued. */
  public record Done(int events, int queued) {}

  @Override
  public Role requires() {
    return Role.ADMIN;
  }

  @Override
  public void prefetch(Actor actor, Prefetch rows) {
    rows.alone(QueueNotices.class);
  }

  @Override
  public Done run(UnitOfWork work) {
    List<Numbered> fresh = work.events().takeUnqueued(limit);
    if (fresh.isEmpty()) {
      return new Done(0, 0);
    }
    return new Done(fresh.size(), Webhooks.queue(work, fresh) + Mails.queue(work, fresh));
  }
}
