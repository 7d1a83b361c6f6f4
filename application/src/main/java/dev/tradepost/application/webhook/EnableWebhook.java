package dev.tradepost.application.webhook;

import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.webhook.Webhook;
import dev.tradepost.domain.webhook.WebhookId;

/** Lets a disabled webhook be told of events again; what it has missed can be replayed. */
public record EnableWebhook(WebhookId id) implements UseCase<Webhook> {

  @Override
  public Webhook run(UnitOfWork work) {
    return Webhooks.change(work, id, it -> it.enable(work.stamp()));
  }
}
