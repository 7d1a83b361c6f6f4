package dev.tradepost.application.memory;

import dev.tradepost.application.Actor;
import dev.tradepost.application.port.EventViews.Logged;
import dev.tradepost.application.port.Page;
import dev.tradepost.application.webhook.WebhookViews;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.webhook.Delivery;
import dev.tradepost.domain.webhook.DeliveryStatus;
import dev.tradepost.domain.webhook.Webhook;
import dev.tradepost.domain.webhook.WebhookId;
import dev.tradepost.domain.webhook.WebhookStatus;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads webhooks and their deliveries from the tables. */
final class InMemoryWebhookViews implements WebhookViews {
  private final Tables tables;

  InMemoryWebhookViews(Tables tables) {
    this.tables = tables;
  }

  @Override
  public Optional<Webhook> find(WebhookId id, Actor actor) {
    return tables.locked(
        () ->
            Optional.ofNullable(tables.webhooks.get(id))
                .filter(it -> it.status() != WebhookStatus.DELETED)
                .filter(it -> actor.mayActFor(it.userId())));
  }

  @Override
  public Page<Webhook> list(Optional<UserId> user, Page.Request request) {
    return tables.locked(
        () ->
            InMemoryViews.page(
                tables.webhooks.values().stream()
                    .filter(it -> it.status() != WebhookStatus.DELETED)
                    .filter(it -> user.map(it.userId()::equals).orElse(true)),
                request,
                false,
                it -> new Page.Cursor(it.createdAt(), it.id().toString())));
  }

  @Override
  public Page<Delivered> deliveries(
      WebhookId webhook, Optional<DeliveryStatus> status, Page.Request request) {
    return tables.locked(
        () ->
            InMemoryViews.page(
                tables.deliveries.values().stream()
                    .filter(it -> it.webhookId().equals(webhook))
                    .filter(it -> status.isEmpty() || status.get() == it.status())
                    .map(this::delivered),
                request,
                false,
                it -> new Page.Cursor(it.delivery().createdAt(), it.delivery().id().toString())));
  }

  private Delivered delivered(Delivery delivery) {
    Logged event = tables.events.at(List.of(delivery.seq())).get(0);
    return new Delivered(
        delivery, event.id(), event.type(), tables.attempts.getOrDefault(delivery.id(), List.of()));
  }

  @Override
  public List<WebhookId> due(Instant now, Set<WebhookId> except, int limit) {
    return tables.locked(
        () ->
            tables.deliveries.values().stream()
                .filter(it -> it.dueAt().filter(due -> !due.isAfter(now)).isPresent())
                .filter(it -> !except.contains(it.webhookId()))
                .sorted(Comparator.comparing((Delivery it) -> it.dueAt().orElseThrow()))
                .map(Delivery::webhookId)
                .distinct()
                .limit(limit)
                .toList());
  }
}
