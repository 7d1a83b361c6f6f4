package dev.tradepost.domain.mail;

import static dev.tradepost.domain.mail.MailAction.ACCEPT;
import static dev.tradepost.domain.mail.MailAction.GIVE_UP;
import static dev.tradepost.domain.mail.MailAction.RETRY;
import static dev.tradepost.domain.mail.MailAction.SEND;
import static dev.tradepost.domain.mail.MailStatus.DUE;
import static dev.tradepost.domain.mail.MailStatus.FAILED;
import static dev.tradepost.domain.mail.MailStatus.SENDING;
import static dev.tradepost.domain.mail.MailStatus.SENT;

import dev.tradepost.domain.shared.Lifecycle;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * One event on its way to one mailbox. It is handed over at most once: from the moment somebody
 * begins until they know that it was not taken, nobody else does. It is the passing on of an event
 * and so makes none itself.
 *
 * @param seq the event's number in the log
 * @param attempts how often somebody began to hand it over
 * @param dueAt when it is to be handed over; empty while that is done and when it has ended
 * @param failure why it was not taken the last time
 */
public record Mail(
    MailId id,
    long seq,
    MailAddress to,
    Notice notice,
    MailStatus status,
    int attempts,
    Optional<Instant> dueAt,
    Optional<String> failure,
    Instant createdAt,
    Instant updatedAt) {

  /** The pauses after the first, second and later attempts: eight attempts in two days. */
  static final List<Duration> PAUSES =
      List.of(
          Duration.ofSeconds(30),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(6),
          Duration.ofHours(12),
          Duration.ofHours(24));

  /** How often it is tried before it is given up. */
  public static final int MAX_ATTEMPTS = PAUSES.size() + 1;

  /** How long news are news. */
  public static final Duration FRESH = Duration.ofDays(3);

  private static final double JITTER = 0.1;

  /** The one table every mail follows. */
  public static final Lifecycle<MailStatus, MailAction> LIFECYCLE =
      Lifecycle.<MailStatus, MailAction>named("mail", DUE)
          .allow(DUE, SEND, SENDING)
          .allow(DUE, GIVE_UP, FAILED)
          .allow(SENDING, ACCEPT, SENT)
          .allow(SENDING, RETRY, DUE)
          .allow(SENDING, GIVE_UP, FAILED)
          .build();

  /** A mail about an event that has just got its number; it is due at once. */
  public static Mail of(MailId id, long seq, MailAddress to, Notice notice, Instant now) {
    return new Mail(id, seq, to, notice, DUE, 0, Optional.of(now), Optional.empty(), now, now);
  }

  /** Somebody begins to hand it over; where nothing is heard of that, nobody tries again. */
  public Mail send(Instant now) {
    return moved(SEND, attempts + 1, Optional.empty(), failure, now);
  }

  /** What came of handing it over: taken, to be tried again after a pause, or given up. */
  public Mail handedOver(Handover handover, RandomGenerator chance, Instant now) {
    return switch (handover.result()) {
      case TAKEN -> moved(ACCEPT, attempts, Optional.empty(), Optional.empty(), now);
      case NOT_TAKEN ->
          attempts < MAX_ATTEMPTS
              ? moved(
                  RETRY,
                  attempts,
                  Optional.of(now.plus(pauseAfter(attempts, chance))),
                  handover.why(),
                  now)
              : moved(GIVE_UP, attempts, Optional.empty(), handover.why(), now);
      case REFUSED, UNKNOWN -> moved(GIVE_UP, attempts, Optional.empty(), handover.why(), now);
    };
  }

  /** Gives up what nobody has begun to hand over. */
  public Mail giveUp(String why, Instant now) {
    return moved(GIVE_UP, attempts, Optional.empty(), Optional.of(why), now);
  }

  /** Whether it is too old to be news. */
  public boolean stale(Instant now) {
    return createdAt.plus(FRESH).isBefore(now);
  }

  /** The pause after so many attempts, up to a tenth shorter or longer, so that many spread out. */
  static Duration pauseAfter(int attempts, RandomGenerator chance) {
    Duration pause = PAUSES.get(attempts - 1);
    double factor = 1 - JITTER + 2 * JITTER * chance.nextDouble();
    return Duration.ofMillis((long) (pause.toMillis() * factor));
  }

  private Mail moved(
      MailAction action,
      int newAttempts,
      Optional<Instant> due,
      Optional<String> newFailure,
      Instant now) {
    MailStatus next = LIFECYCLE.after(status, action);
    return new Mail(id, seq, to, notice, next, newAttempts, due, newFailure, createdAt, now);
  }
}
