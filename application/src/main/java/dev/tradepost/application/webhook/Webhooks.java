package dev.tradepost.application.webhook;

import dev.tradepost.application.port.EventStore.Numbered;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.webhook.Delivery;
import dev.tradepost.domain.webhook.DeliveryId;
import dev.tradepost.domain.webhook.Webhook;
import dev.tradepost.domain.webhook.WebhookId;
import dev.tradepost.domain.webhook.WebhookReason;
import dev.tradepost.domain.webhook.WebhookStatus;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the commands on webhooks do alike. */
public final class Webhooks {

  private Webhooks() {}

  /** Gets and locks a webhook that is there for the caller. */
  static Webhook get(UnitOfWork work, WebhookId id) {
    return work.webhooks()
        .get(id)
        .filter(it -> it.status() != WebhookStatus.DELETED)
        .filter(it -> work.actor().mayActFor(it.userId()))
        .orElseThrow(() -> notFound(id));
  }

  /** The refusal where there is no such webhook, or not for this caller. */
  public static Rejection notFound(WebhookId id) {
    return new Rejection(WebhookReason.WEBHOOK_NOT_FOUND, "there is no webhook " + id);
  }

  static Webhook change(UnitOfWork work, WebhookId id, Function<Webhook, Change<Webhook>> verb) {
    return save(work, verb.apply(get(work, id)));
  }

  /** Saves a webhook; one that is not active is told of nothing more. */
  static Webhook save(UnitOfWork work, Change<Webhook> change) {
    work.webhooks().save(change);
    if (change.state().status() != WebhookStatus.ACTIVE) {
      work.deliveries().giveUpAll(change.state().id(), work.now());
    }
    return change.state();
  }

  /** Queues events that have just got their numbers for all that are to be told; how many. */
  public static int queue(UnitOfWork work, List<Numbered> events) {
    Set<UserId> owners =
        events.stream().map(Numbered::owner).flatMap(Optional::stream).collect(Collectors.toSet());
    int queued = 0;
    for (Webhook webhook : work.webhooks().getListening(owners)) {
      List<Numbered> later =
          events.stream().filter(event -> event.seq() > webhook.startsAfter()).toList();
      queued += queue(work, webhook, later);
    }
    return queued;
  }

  /** Queues of these events what this webhook hears; how many that were. */
  static int queue(UnitOfWork work, Webhook webhook, List<Numbered> events) {
    List<Numbered> heard =
        events.stream().filter(event -> webhook.hears(event.type(), event.owner())).toList();
    if (heard.isEmpty()) {
      return 0;
    }
    Set<String> about = heard.stream().map(Numbered::aggregateId).collect(Collectors.toSet());
    Set<String> unfinished = new HashSet<>(work.deliveries().unfinished(webhook.id(), about));
    List<Delivery> fresh = new ArrayList<>(heard.size());
    for (Numbered event : heard) {
      boolean waits = !unfinished.add(event.aggregateId());
      DeliveryId id = new DeliveryId(work.newId());
      fresh.add(Delivery.of(id, webhook, event.seq(), event.aggregateId(), waits, work.now()));
    }
    work.deliveries().addAll(fresh);
    return fresh.size();
  }
}
