package dev.tradepost.application.webhook;

import dev.tradepost.application.Role;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.webhook.Attempt;
import dev.tradepost.domain.webhook.Delivery;
import dev.tradepost.domain.webhook.DeliveryStatus;
import dev.tradepost.domain.webhook.Webhook;
import dev.tradepost.domain.webhook.WebhookStatus;

/**
 * Writes down what came of sending a delivery. A receiver that is gone, or has taken nothing for as
 * long as a delivery is tried, is not called again.
 *
 * @param sent the delivery as it was sent
 */
public record RecordAttempt(Delivery sent, Attempt attempt) implements UseCase<Delivery> {

  @Override
  public Role requires() {
    return Role.ADMIN;
  }

  @Override
  public Delivery run(UnitOfWork work) {
    Webhook webhook = work.webhooks().get(sent.webhookId()).orElseThrow();
    Delivery delivery = work.deliveries().get(sent.id()).orElseThrow();
    work.deliveries().note(sent.id(), sent.attempts(), attempt);
    boolean overtaken = delivery.attempts() != sent.attempts() && !attempt.accepted();
    if (!delivery.open() || overtaken) {
      return delivery;
    }
    Delivery next = delivery.attempted(attempt, work.chance(), work.now());
    work.deliveries().save(next);
    if (!next.open()) {
      work.deliveries()
          .firstWaiting(webhook.id(), next.aggregateId())
          .ifPresent(waiting -> work.deliveries().save(waiting.release(work.now())));
    }
    if (attempt.gone()) {
      disable(work, webhook, "the receiver answered 410 Gone");
    } else if (next.status() == DeliveryStatus.FAILED
        && !work.deliveries().anyDelivered(webhook.id(), next.createdAt())) {
      disable(work, webhook, "the receiver took nothing for days");
    }
    return next;
  }

  private static void disable(UnitOfWork work, Webhook webhook, String why) {
    if (webhook.status() == WebhookStatus.ACTIVE) {
      Webhooks.save(work, webhook.disable(why, work.stamp()));
    }
  }
}
