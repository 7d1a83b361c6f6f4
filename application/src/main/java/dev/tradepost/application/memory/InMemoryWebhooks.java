package dev.tradepost.application.memory;

import dev.tradepost.application.port.EventSink;
import dev.tradepost.application.port.WebhookStore;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.webhook.Webhook;
import dev.tradepost.domain.webhook.WebhookId;
import dev.tradepost.domain.webhook.WebhookStatus;
import java.util.Collection;
import java.util.List;

/** Webhooks over the tables. */
final class InMemoryWebhooks extends MapStore<WebhookId, Webhook> implements WebhookStore {

  InMemoryWebhooks(Tables tables, EventSink sink) {
    super(tables.webhooks, Webhook::id, sink);
  }

  @Override
  public List<Webhook> getOf(UserId user) {
    return getWhere(it -> it.userId().equals(user) && it.status() != WebhookStatus.DELETED);
  }

  @Override
  public List<Webhook> getListening(Collection<UserId> owners) {
    return getWhere(
        it -> it.status() == WebhookStatus.ACTIVE && it.about().map(owners::contains).orElse(true));
  }
}
