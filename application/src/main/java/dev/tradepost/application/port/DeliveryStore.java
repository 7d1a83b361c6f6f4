package dev.tradepost.application.port;

import dev.tradepost.domain.webhook.Attempt;
import dev.tradepost.domain.webhook.Delivery;
import dev.tradepost.domain.webhook.DeliveryId;
import dev.tradepost.domain.webhook.WebhookId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The deliveries of webhooks. Whoever touches those of a webhook has got the webhook, and so its
 * lock, before.
 */
public interface DeliveryStore {

  void addAll(List<Delivery> fresh);

  void save(Delivery changed);

  Optional<Delivery> get(DeliveryId id);

  /** What is due of this webhook, the longest due first, at most so many. */
  List<Delivery> getDue(WebhookId webhook, Instant now, int limit);

  /** Of which of these things the webhook has not been told all that it is to be told. */
  Set<String> unfinished(WebhookId webhook, Collection<String> aggregates);

  /** What is next of this thing, where something waits. */
  Optional<Delivery> firstWaiting(WebhookId webhook, String aggregate);

  /** Writes down what came of the attempt of this number. */
  void note(DeliveryId id, int number, Attempt attempt);

  /** Whether the webhook has taken anything since this moment. */
  boolean anyDelivered(WebhookId webhook, Instant since);

  /** Gives up all that is open of this webhook. */
  void giveUpAll(WebhookId webhook, Instant now);

  /** Forgets what has ended before this moment; how many that were. */
  int forgetBefore(Instant moment);
}
