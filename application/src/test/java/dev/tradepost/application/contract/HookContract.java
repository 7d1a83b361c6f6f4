package dev.tradepost.application.contract;

import dev.tradepost.application.Actor;
import dev.tradepost.application.process.DeliverWebhooks;
import dev.tradepost.application.process.QueueNotices;
import dev.tradepost.application.webhook.Parcel;
import dev.tradepost.application.webhook.RegisterWebhook;
import dev.tradepost.application.webhook.WebhookViews.Delivered;
import dev.tradepost.domain.webhook.Webhook;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;

/** The ground of the contracts about webhooks: receivers that are watched, and one node. */
abstract class HookContract extends TradingContract {
  protected static final String HOOK = "https://shop.example/hook";
  protected static final String OTHER = "https://other.example/hook";
  protected static final Set<String> ALL = Set.of();

  private WatchedReceivers receivers;
  private DeliverWebhooks node;

  @BeforeEach
  void openTheReceivers() {
    receivers = new WatchedReceivers(clock);
    node = node();
  }

  protected final DeliverWebhooks node() {
    return new DeliverWebhooks(
        useCases(),
        views().webhooks(),
        receivers,
        Runnable::run,
        (webhook, failure) -> {
          throw new AssertionError("webhook " + webhook, failure);
        });
  }

  protected final Webhook hook(Actor owner, String url, String... types) {
    return execute(owner, new RegisterWebhook(url, Optional.empty(), Set.of(types)));
  }

  protected final int queue() {
    return execute(Actor.system(), new QueueNotices(10_000)).queued();
  }

  /** Queues what has happened and delivers until there is nothing more to send now. */
  protected final void deliver() {
    queue();
    while (node.turn(clock.instant(), () -> {})) {
      // What ended may have made the next of its thing due.
    }
  }

  protected final List<Delivered> deliveries(Webhook webhook) {
    return views().webhooks().deliveries(webhook.id(), Optional.empty(), FIRST_PAGE).items();
  }

  protected final Webhook now(Webhook webhook) {
    return views().webhooks().find(webhook.id(), CLERK).orElseThrow();
  }

  protected static Stream<String> types(List<Parcel> parcels) {
    return parcels.stream().map(parcel -> parcel.event().type());
  }

  protected final WatchedReceivers receivers() {
    return receivers;
  }

  /** The first node. */
  protected final DeliverWebhooks firstNode() {
    return node;
  }
}
