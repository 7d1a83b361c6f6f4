package dev.tradepost.application.webhook;

import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.webhook.Webhook;
import dev.tradepost.domain.webhook.WebhookId;

/**
 * Gives a webhook a new secret, which only whoever registered it may see; the old one signs beside
 * it for a day.
 */
public record RotateSecret(WebhookId id) implements UseCase<Webhook> {

  @Override
  public Webhook run(UnitOfWork work) {
    if (!Webhooks.get(work, id).userId().equals(work.actor().userId())) {
      throw Webhooks.notFound(id);
    }
    return Webhooks.change(work, id, it -> it.rotateSecret(work.chance(), work.stamp()));
  }
}
