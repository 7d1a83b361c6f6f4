package dev.tradepost.domain.webhook;

import dev.tradepost.domain.shared.DomainEvent;
import java.util.Set;

/** What happens to a webhook. No webhook is told of these, and no secret is in them. */
public sealed interface WebhookEvent extends DomainEvent {
  /** How the types of all of these begin. */
  String PREFIX = "webhook.";

  /** A receiver wants to be told of events. */
  record Registered(WebhookId webhookId, String url, Set<String> types) implements WebhookEvent {
    @Override
    public String type() {
      return PREFIX + "registered";
    }
  }

  /** It has a new secret; the one before signs for a while yet. */
  record SecretRotated(WebhookId webhookId) implements WebhookEvent {
    @Override
    public String type() {
      return PREFIX + "secret_rotated";
    }
  }

  /** It was disabled, enabled again or deleted. */
  record StatusChanged(WebhookId webhookId, WebhookStatus from, WebhookStatus to, String reason)
      implements WebhookEvent {
    @Override
    public String type() {
      return PREFIX + "status_changed";
    }
  }
}
