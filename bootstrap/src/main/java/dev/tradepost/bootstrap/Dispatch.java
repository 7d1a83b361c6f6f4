package dev.tradepost.bootstrap;

import dev.tradepost.application.UseCases;
import dev.tradepost.application.process.DeliverWebhooks;
import dev.tradepost.application.webhook.WebhookViews;
import dev.tradepost.http.live.EventRoutes;
import dev.tradepost.integration.webhook.HttpReceivers;
import dev.tradepost.integration.webhook.PublicNetwork;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends webhooks: at once when this node has queued something, and every now and then, because time
 * passes and other nodes queue too.
 */
final class Dispatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatch.class);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final Loop loop = new Loop("dispatch", PAUSE);
  private final ExecutorService records =
      Executors.newFixedThreadPool(
          2,
          work -> {
            Thread thread = new Thread(work, "dispatch");
            thread.setDaemon(true);
            return thread;
          });
  private final HttpReceivers receivers;

  /**
   * Sends nothing yet.
   *
   * @param hosts hosts that may be called though they are not public
   */
  Dispatch(Set<String> hosts, Clock clock) {
    receivers = new HttpReceivers(new PublicNetwork(hosts), EventRoutes::envelope, clock);
  }

  HttpReceivers receivers() {
    return receivers;
  }

  /** Begins to send. */
  void start(UseCases useCases, WebhookViews views, Clock clock) {
    DeliverWebhooks deliver =
        new DeliverWebhooks(
            useCases,
            views,
            receivers,
            records,
            (webhook, e) -> LOG.warn("deliveries of webhook {} have to wait", webhook, e));
    loop.start(() -> deliver.turn(clock.instant(), loop::wake));
  }

  /** Asks for a turn now. */
  void wake() {
    loop.wake();
  }

  /** Ends; what was not answered by then is sent again by whoever runs next. */
  @Override
  public void close() {
    loop.close();
    receivers.close();
    records.shutdown();
    try {
      records.awaitTermination(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
