package dev.tradepost.domain.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.Stamp;
import dev.tradepost.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A91, A92: how long a delivery is tried, and when the next time comes. */
class DeliveryTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final Webhook WEBHOOK =
      Webhook.register(
              new WebhookId(new UUID(0, 1)),
              new UserId("alice"),
              Optional.empty(),
              "https://shop.example/",
              Set.of(),
              0,
              new Random(1),
              new Stamp(NOON, new UserId("alice")))
          .state();

  private final Random chance = new Random(7);

  private static Delivery fresh(boolean waits) {
    return Delivery.of(new DeliveryId(new UUID(0, 2)), WEBHOOK, 5, "thing", waits, NOON);
  }

  private static Attempt answered(int status) {
    return Attempt.answered(NOON, status, Optional.empty(), Duration.ofMillis(3));
  }

  private static Attempt busy(Duration wish) {
    return Attempt.answered(NOON, 503, Optional.of(wish), Duration.ofMillis(3));
  }

  private Duration pause(Attempt attempt) {
    Delivery after = fresh(false).send(NOON).attempted(attempt, chance, NOON);
    return Duration.between(NOON, after.dueAt().orElseThrow());
  }

  @Test
  void it_is_due_at_once_unless_something_of_the_same_thing_comes_first() {
    assertThat(fresh(false).dueAt()).contains(NOON);
    Delivery waiting = fresh(true);
    assertThat(waiting.status()).isEqualTo(DeliveryStatus.WAITING);
    assertThat(waiting.dueAt()).isEmpty();
    assertThat(waiting.release(NOON.plusSeconds(9)).dueAt()).contains(NOON.plusSeconds(9));
    assertThatThrownBy(() -> waiting.send(NOON)).isInstanceOf(Rejection.class);
  }

  @Test
  void once_taken_it_has_ended() {
    Delivery done = fresh(false).send(NOON).attempted(answered(204), chance, NOON);
    assertThat(done.status()).isEqualTo(DeliveryStatus.DELIVERED);
    assertThat(done.open()).isFalse();
    assertThat(done.dueAt()).isEmpty();
    assertThatThrownBy(() -> done.send(NOON)).isInstanceOf(Rejection.class);
  }

  @Test
  void the_pauses_grow_and_are_spread_by_a_tenth_each_way() {
    for (int attempt = 1; attempt <= Delivery.PAUSES.size(); attempt++) {
      Duration middle = Delivery.PAUSES.get(attempt - 1);
      long shortest = Long.MAX_VALUE;
      long longest = 0;
      for (int i = 0; i < 2_000; i++) {
        long millis = Delivery.pauseAfter(attempt, chance).toMillis();
        shortest = Math.min(shortest, millis);
        longest = Math.max(longest, millis);
      }
      assertThat(shortest).isBetween(middle.toMillis() * 90 / 100, middle.toMillis() * 92 / 100);
      assertThat(longest).isBetween(middle.toMillis() * 108 / 100, middle.toMillis() * 110 / 100);
    }
  }

  @Test
  void after_the_tenth_attempt_it_is_given_up() {
    Delivery delivery = fresh(false);
    for (int attempt = 1; attempt <= Delivery.MAX_ATTEMPTS; attempt++) {
      assertThat(delivery.open()).isTrue();
      delivery = delivery.send(NOON).attempted(answered(500), chance, NOON);
    }
    assertThat(delivery.status()).isEqualTo(DeliveryStatus.FAILED);
    assertThat(delivery.attempts()).isEqualTo(10);
  }

  @Test
  void a_receiver_that_is_gone_ends_it_at_once() {
    Delivery gone = fresh(false).send(NOON).attempted(answered(410), chance, NOON);
    assertThat(gone.status()).isEqualTo(DeliveryStatus.FAILED);
  }

  @Test
  void a_wish_lengthens_the_pause_never_shortens_it_and_is_heeded_for_a_day_at_most() {
    assertThat(pause(busy(Duration.ofHours(1)))).isEqualTo(Duration.ofHours(1));
    assertThat(pause(busy(Duration.ofMillis(1)))).isGreaterThan(Duration.ofSeconds(4));
    assertThat(pause(busy(Duration.ofDays(365)))).isEqualTo(Duration.ofDays(1));
  }

  @Test
  void while_a_node_sends_it_nobody_else_does() {
    assertThat(fresh(false).send(NOON).dueAt()).contains(NOON.plus(Delivery.PATIENCE));
  }
}
