package dev.tradepost.domain.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradepost.domain.shared.LifecycleTable;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.ShipmentId;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** S0-65: how often a mail is tried, and that it is never sent twice. */
class MailTest {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final OrderId ORDER = new OrderId(new UUID(0, 1));
  private static final LifecycleTable EXPECTED =
      LifecycleTable.of(
          """
          DUE SEND SENDING
          DUE GIVE_UP FAILED
          SENDING ACCEPT SENT
          SENDING RETRY DUE
          SENDING GIVE_UP FAILED""");

  private final Random chance = new Random(7);

  private static Mail fresh() {
    return Mail.of(
        new MailId(new UUID(0, 2)),
        5,
        new MailAddress("ann@shop.example"),
        Notice.placed(ORDER),
        NOON);
  }

  private Mail after(Handover handover) {
    return fresh().send(NOON).handedOver(handover, chance, NOON);
  }

  static Stream<LifecycleTable.Pair<?, ?>> pairs() {
    return LifecycleTable.pairs(Mail.LIFECYCLE, MailAction.values()).map(it -> it);
  }

  @ParameterizedTest
  @MethodSource("pairs")
  void it_follows_its_table(LifecycleTable.Pair<?, ?> pair) {
    EXPECTED.check(pair);
  }

  @Test
  void it_is_due_at_once_and_nobody_else_s_while_it_is_handed_over() {
    assertThat(fresh().dueAt()).contains(NOON);
    Mail sending = fresh().send(NOON);
    assertThat(sending.status()).isEqualTo(MailStatus.SENDING);
    assertThat(sending.attempts()).isEqualTo(1);
    assertThat(sending.dueAt()).isEmpty();
    assertThatThrownBy(() -> sending.send(NOON)).isInstanceOf(Rejection.class);
  }

  @Test
  void what_was_taken_refused_or_may_have_arrived_has_ended() {
    assertThat(after(Handover.taken()).status()).isEqualTo(MailStatus.SENT);
    assertThat(after(Handover.taken()).failure()).isEmpty();
    for (Handover no : new Handover[] {Handover.refused("no"), Handover.unknown("who knows")}) {
      assertThat(after(no).status()).isEqualTo(MailStatus.FAILED);
      assertThat(after(no).failure()).isEqualTo(no.why());
      assertThat(after(no).dueAt()).isEmpty();
    }
  }

  @Test
  void what_was_not_taken_is_tried_again_after_pauses_that_grow_eight_times_in_two_days() {
    Mail mail = fresh();
    Instant now = NOON;
    for (Duration pause : Mail.PAUSES) {
      mail = mail.send(now).handedOver(Handover.notTaken("down"), chance, now);
      assertThat(mail.status()).isEqualTo(MailStatus.DUE);
      assertThat(mail.failure()).contains("down");
      long millis = Duration.between(now, mail.dueAt().orElseThrow()).toMillis();
      assertThat(millis).isBetween(pause.toMillis() * 9 / 10, pause.toMillis() * 11 / 10);
      now = mail.dueAt().get();
    }
    assertThat(Mail.PAUSES).isSorted();
    assertThat(mail.stale(now)).isFalse();
    mail = mail.send(now).handedOver(Handover.notTaken("still down"), chance, now);
    assertThat(mail.status()).isEqualTo(MailStatus.FAILED);
    assertThat(mail.failure()).contains("still down");
    assertThat(mail.attempts()).isEqualTo(Mail.MAX_ATTEMPTS).isEqualTo(8);
  }

  @Test
  void the_news_of_three_days_ago_are_none() {
    assertThat(fresh().stale(NOON.plus(Mail.FRESH))).isFalse();
    assertThat(fresh().stale(NOON.plus(Mail.FRESH).plusMillis(1))).isTrue();
    assertThat(fresh().giveUp("late", NOON).status()).isEqualTo(MailStatus.FAILED);
  }

  @Test
  void why_it_was_not_taken_is_one_line_of_some_length() {
    String long1 = "550 no\r\nBcc: all@shop.example " + "x".repeat(500);
    assertThat(Handover.refused(long1).why().orElseThrow()).startsWith("550 no Bcc:").hasSize(200);
  }

  @Test
  void a_notice_has_what_its_occasion_needs() {
    Optional<ShipmentId> shipment = Optional.of(new ShipmentId(new UUID(0, 3)));
    Optional<Money> money = Optional.of(Money.of("1", "USD"));
    for (Occasion occasion : Occasion.values()) {
      assertThatThrownBy(() -> new Notice(occasion, ORDER, shipment, money))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(
            () -> new Notice(Occasion.SHIPMENT_LEFT, ORDER, Optional.empty(), Optional.empty()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
