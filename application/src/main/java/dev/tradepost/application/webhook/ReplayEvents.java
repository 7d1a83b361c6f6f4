package dev.tradepost.application.webhook;

import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.EventStore.Numbered;
import dev.tradepost.application.port.EventViews;
import dev.tradepost.application.port.EventViews.Logged;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.webhook.Webhook;
import dev.tradepost.domain.webhook.WebhookId;
import dev.tradepost.domain.webhook.WebhookStatus;
import java.util.List;
import java.util.OptionalLong;

/**
 * Tells a webhook again of what it hears, from this number of the log on, a thousand events at
 * most.
 */
public record ReplayEvents(WebhookId id, long fromSeq) implements UseCase<ReplayEvents.Replayed> {
  private static final int MOST = 1_000;

  /**
   * What came of it.
   *
   * @param queued how many events are on their way again
   * @param next where to go on; empty where the end of the log was reached
   */
  public record Replayed(int queued, OptionalLong next) {}

  @Override
  public Replayed run(UnitOfWork work) {
    Webhook webhook = Webhooks.get(work, id);
    if (webhook.status() != WebhookStatus.ACTIVE) {
      throw new Rejection(
          SharedReason.TRANSITION_NOT_ALLOWED, "the webhook is disabled, enable it first");
    }
    EventViews.Filter filter = new EventViews.Filter(webhook.about(), webhook.types());
    // What comes later is still to be queued for the first time.
    long queuedSoFar = work.events().queued();
    List<Logged> events =
        work.events().after(fromSeq - 1, filter, MOST + 1).stream()
            .filter(event -> event.seq() <= queuedSoFar)
            .toList();
    boolean more = events.size() > MOST;
    List<Logged> page = more ? events.subList(0, MOST) : events;
    int queued = Webhooks.queue(work, webhook, page.stream().map(Numbered::of).toList());
    return new Replayed(
        queued, more ? OptionalLong.of(events.get(MOST).seq()) : OptionalLong.empty());
  }
}
