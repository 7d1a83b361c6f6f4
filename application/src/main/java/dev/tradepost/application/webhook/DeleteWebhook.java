package dev.tradepost.application.webhook;

import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.webhook.Webhook;
import dev.tradepost.domain.webhook.WebhookId;

/** Takes a webhook away, and what it was still to be told. */
public record DeleteWebhook(WebhookId id) implements UseCase<Webhook> {

  @Override
  public Webhook run(UnitOfWork work) {
    return Webhooks.change(work, id, it -> it.delete(work.stamp()));
  }
}
