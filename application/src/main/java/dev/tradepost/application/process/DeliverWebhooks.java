package dev.tradepost.application.process;

import dev.tradepost.application.Actor;
import dev.tradepost.application.UseCases;
import dev.tradepost.application.port.Receivers;
import dev.tradepost.application.webhook.Parcel;
import dev.tradepost.application.webhook.RecordAttempt;
import dev.tradepost.application.webhook.TakeDeliveries;
import dev.tradepost.application.webhook.WebhookViews;
import dev.tradepost.domain.webhook.Attempt;
import dev.tradepost.domain.webhook.WebhookId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * Sends what is due to webhooks, outside any transaction, and writes down what came of it. Each
 * webhook has a few deliveries under way at a time, so one that does not answer delays no other.
 * Any number of nodes may run it, and it may die anywhere: what it had taken is sent again.
 */
public final class DeliverWebhooks {
  private static final int AT_ONCE = 8;
  private static final int WEBHOOKS = 100;
  private static final int ALL_AT_ONCE = 400;

  private final UseCases useCases;
  private final WebhookViews webhooks;
  private final Receivers receivers;
  private final Executor executor;
  private final BiConsumer<WebhookId, Throwable> failed;
  private final Map<WebhookId, Integer> underWay = new ConcurrentHashMap<>();

  /**
   * Sends nothing yet.
   *
   * @param executor where what came of it is written down
   * @param failed told of each webhook whose turn failed; what was due is tried again
   */
  public DeliverWebhooks(
      UseCases useCases,
      WebhookViews webhooks,
      Receivers receivers,
      Executor executor,
      BiConsumer<WebhookId, Throwable> failed) {
    this.useCases = useCases;
    this.webhooks = webhooks;
    this.receivers = receivers;
    this.executor = executor;
    this.failed = failed;
  }

  /**
   * Starts to send what is due now and there is room for; whether something is.
   *
   * @param ended called when a sending has ended, so that there may be room and something due
   */
  public boolean turn(Instant now, Runnable ended) {
    Set<WebhookId> full =
        underWay.entrySet().stream()
            .filter(entry -> entry.getValue() >= AT_ONCE)
            .map(Map.Entry::getKey)
            .collect(Collectors.toSet());
    boolean started = false;
    for (WebhookId webhook : webhooks.due(now, full, WEBHOOKS)) {
      int room = Math.min(AT_ONCE - underWay.getOrDefault(webhook, 0), ALL_AT_ONCE - underWay());
      if (room > 0) {
        started |= start(webhook, room, ended);
      }
    }
    return started;
  }

  /** How many sendings have not ended. */
  public int underWay() {
    return underWay.values().stream().mapToInt(Integer::intValue).sum();
  }

  private boolean start(WebhookId webhook, int room, Runnable ended) {
    try {
      List<Parcel> parcels = useCases.execute(Actor.system(), new TakeDeliveries(webhook, room));
      parcels.forEach(parcel -> send(parcel, ended));
      return !parcels.isEmpty();
    } catch (RuntimeException e) {
      failed.accept(webhook, e);
      return false;
    }
  }

  private void send(Parcel parcel, Runnable ended) {
    WebhookId webhook = parcel.delivery().webhookId();
    underWay.merge(webhook, 1, Integer::sum);
    receivers
        .send(parcel)
        .thenAcceptAsync(attempt -> record(parcel, attempt), executor)
        .whenComplete(
            (nothing, failure) -> {
              underWay.computeIfPresent(webhook, (id, n) -> n == 1 ? null : n - 1);
              if (failure != null) {
                failed.accept(webhook, failure);
              }
              ended.run();
            });
  }

  private void record(Parcel parcel, Attempt attempt) {
    useCases.execute(Actor.system(), new RecordAttempt(parcel.delivery(), attempt));
  }
}
