package dev.tradepost.application.webhook;

import dev.tradepost.application.Actor;
import dev.tradepost.application.port.Page;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.webhook.Attempt;
import dev.tradepost.domain.webhook.Delivery;
import dev.tradepost.domain.webhook.DeliveryStatus;
import dev.tradepost.domain.webhook.Webhook;
import dev.tradepost.domain.webhook.WebhookId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Reads webhooks and their deliveries. */
public interface WebhookViews {

  /** The webhook, where it is there for the caller. */
  Optional<Webhook> find(WebhookId id, Actor actor);

  /** The webhooks of a user, or of all, without deleted ones; the newest first. */
  Page<Webhook> list(Optional<UserId> user, Page.Request request);

  /** The deliveries of a webhook, the newest first. */
  Page<Delivered> deliveries(
      WebhookId webhook, Optional<DeliveryStatus> status, Page.Request request);

  /** Active webhooks that something is due for, the longest due first, without these. */
  List<WebhookId> due(Instant now, Set<WebhookId> except, int limit);

  /** A delivery, the event it brings, and what came of each attempt, the first one first. */
  record Delivered(Delivery delivery, UUID eventId, String eventType, List<Attempt> attempts) {

    public Delivered {
      attempts = List.copyOf(attempts);
    }
  }
}
