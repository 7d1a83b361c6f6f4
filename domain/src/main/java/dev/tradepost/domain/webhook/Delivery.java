package dev.tradepost.domain.webhook;

import static dev.tradepost.domain.webhook.DeliveryAction.ACCEPT;
import static dev.tradepost.domain.webhook.DeliveryAction.GIVE_UP;
import static dev.tradepost.domain.webhook.DeliveryAction.RELEASE;
import static dev.tradepost.domain.webhook.DeliveryAction.RETRY;
import static dev.tradepost.domain.webhook.DeliveryAction.SEND;
import static dev.tradepost.domain.webhook.DeliveryStatus.DELIVERED;
import static dev.tradepost.domain.webhook.DeliveryStatus.DUE;
import static dev.tradepost.domain.webhook.DeliveryStatus.FAILED;
import static dev.tradepost.domain.webhook.DeliveryStatus.WAITING;

import dev.tradepost.domain.shared.Lifecycle;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * One event on its way to one webhook. It is the passing on of an event and so makes none itself.
 * Events of one thing, an order say, are delivered one after the other; those of different things
 * do not wait for each other.
 *
 * @param seq the event's number in the log
 * @param aggregateId what the event happened to
 * @param attempts how often it was sent
 * @param dueAt when it is to be sent; empty while it waits and when it has ended
 */
public record Delivery(
    DeliveryId id,
    WebhookId webhookId,
    long seq,
    String aggregateId,
    DeliveryStatus status,
    int attempts,
    Optional<Instant> dueAt,
    Instant createdAt,
    Instant updatedAt) {

  /** The pauses after the first, second and later attempts: ten attempts in three days. */
  static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));

  /** How often it is sent before it is given up. */
  public static final int MAX_ATTEMPTS = PAUSES.size() + 1;

  /** How long it may be left to the node that sends it; longer than any sending takes. */
  static final Duration PATIENCE = Duration.ofMinutes(1);

  /** The longest pause that a receiver can ask for. */
  private static final Duration LONGEST_WISH = Duration.ofHours(24);

  private static final double JITTER = 0.1;

  /** The one table every delivery follows. */
  public static final Lifecycle<DeliveryStatus, DeliveryAction> LIFECYCLE =
      Lifecycle.<DeliveryStatus, DeliveryAction>named("delivery", WAITING)
          .allow(WAITING, RELEASE, DUE)
          .allow(WAITING, GIVE_UP, FAILED)
          .allow(DUE, SEND, DUE)
          .allow(DUE, ACCEPT, DELIVERED)
          .allow(DUE, RETRY, DUE)
          .allow(DUE, GIVE_UP, FAILED)
          .build();

  /**
   * An event that a webhook is to be told of.
   *
   * @param waits whether an earlier event of the same thing is still on its way
   */
  public static Delivery of(
      DeliveryId id, Webhook webhook, long seq, String aggregateId, boolean waits, Instant now) {
    Delivery waiting =
        new Delivery(id, webhook.id(), seq, aggregateId, WAITING, 0, Optional.empty(), now, now);
    return waits ? waiting : waiting.release(now);
  }

  /** The one before it has ended: it is due at once. */
  public Delivery release(Instant now) {
    return moved(RELEASE, attempts, Optional.of(now), now);
  }

  /** A node has taken it to send it; where nothing is heard of that, it is due again. */
  public Delivery send(Instant now) {
    return moved(SEND, attempts + 1, Optional.of(now.plus(PATIENCE)), now);
  }

  /** What came of sending it: taken, to be sent again after a pause, or given up. */
  public Delivery attempted(Attempt attempt, RandomGenerator chance, Instant now) {
    if (attempt.accepted()) {
      return moved(ACCEPT, attempts, Optional.empty(), now);
    }
    if (attempt.gone() || attempts >= MAX_ATTEMPTS) {
      return giveUp(now);
    }
    Duration pause = pauseAfter(attempts, chance);
    Duration wish = attempt.retryAfter().orElse(Duration.ZERO);
    Duration heeded = wish.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wish;
    Duration longer = heeded.compareTo(pause) > 0 ? heeded : pause;
    return moved(RETRY, attempts, Optional.of(now.plus(longer)), now);
  }

  public Delivery giveUp(Instant now) {
    return moved(GIVE_UP, attempts, Optional.empty(), now);
  }

  /** Whether it has neither been taken nor given up. */
  public boolean open() {
    return status == WAITING || status == DUE;
  }

  /** The pause after so many attempts, up to a tenth shorter or longer, so that many spread out. */
  static Duration pauseAfter(int attempts, RandomGenerator chance) {
    Duration pause = PAUSES.get(Math.min(Math.max(attempts, 1), PAUSES.size()) - 1);
    double factor = 1 - JITTER + 2 * JITTER * chance.nextDouble();
    return Duration.ofMillis((long) (pause.toMillis() * factor));
  }

  private Delivery moved(
      DeliveryAction action, int newAttempts, Optional<Instant> due, Instant now) {
    return new Delivery(
        id,
        webhookId,
        seq,
        aggregateId,
        LIFECYCLE.after(status, action),
        newAttempts,
        due,
        createdAt,
        now);
  }
}
