package dev.tradepost.application.port;

import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.webhook.Webhook;
import dev.tradepost.domain.webhook.WebhookId;
import java.util.Collection;
import java.util.List;

/** Webhooks, also by whom they belong to. */
public interface WebhookStore extends Store<WebhookId, Webhook> {

  /** Gets and locks those of a user that are not deleted. */
  List<Webhook> getOf(UserId user);

  /** Gets and locks the active ones that are about any of these users, or about everybody. */
  List<Webhook> getListening(Collection<UserId> owners);
}
