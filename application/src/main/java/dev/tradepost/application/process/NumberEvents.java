package dev.tradepost.application.process;

import dev.tradepost.application.Role;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.mail.Mails;
import dev.tradepost.application.port.EventStore.Numbered;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.application.webhook.Webhooks;
import java.util.List;

/**
 * Gives committed events their places in the log, and queues them for the webhooks that hear them
 * and the customers who get a mail: an event has its number if and only if both are queued.
 */
public record NumberEvents(int limit) implements UseCase<NumberEvents.Done> {

  /** How many events got a number, and how many deliveries and mails were queued. */
  public record Done(int numbered, int queued) {}

  @Override
  public Role requires() {
    return Role.ADMIN;
  }

  @Override
  public Done run(UnitOfWork work) {
    List<Numbered> numbered = work.events().number(limit);
    if (numbered.isEmpty()) {
      return new Done(0, 0);
    }
    return new Done(numbered.size(), Webhooks.queue(work, numbered) + Mails.queue(work, numbered));
  }
}
