package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.Actor;
import dev.tradepost.application.ApplicationReason;
import dev.tradepost.application.live.GiveTicket;
import dev.tradepost.application.live.Ticket;
import dev.tradepost.application.live.UseTicket;
import dev.tradepost.application.process.ForgetAnswers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A ticket opens one socket for the one it was given to, once and soon. */
public abstract class TicketContract extends StorageContract {
  private static final Instant UNTIL = Instant.parse("2026-03-01T13:00:00.123456Z");

  private Ticket given(Actor actor) {
    return execute(actor, new GiveTicket(UNTIL));
  }

  private Ticket used(Ticket ticket) {
    return execute(Actor.system(), new UseTicket(ticket.text()));
  }

  private void assertWorthNothing(String text) {
    refused(Actor.system(), new UseTicket(text), ApplicationReason.TICKET_NOT_VALID);
  }

  @Test
  void a_ticket_says_for_whom_it_is_and_opens_once() {
    Ticket alices = given(ALICE);
    Ticket clerks = given(CLERK);
    assertThat(alices.actor()).isEqualTo(ALICE);
    assertThat(alices.until()).isEqualTo(UNTIL);
    assertThat(alices.text()).isNotEqualTo(clerks.text());

    assertThat(used(alices)).isEqualTo(alices);
    assertThat(used(clerks)).isEqualTo(clerks);
    assertWorthNothing(alices.text());
    assertWorthNothing(clerks.text());
  }

  @Test
  void a_ticket_lasts_thirty_seconds() {
    Ticket soon = given(ALICE);
    Ticket late = given(ALICE);
    clock.advance(Duration.ofSeconds(30).minusNanos(1_000));
    assertThat(used(soon)).isEqualTo(soon);
    clock.advance(Duration.ofNanos(1_000));
    assertWorthNothing(late.text());
    clock.advance(ForgetAnswers.KEPT.plusSeconds(1));
    execute(CLERK, new ForgetAnswers());
    assertWorthNothing(soon.text());
    assertWorthNothing(late.text());
  }

  @Test // A10
  void what_was_never_given_is_no_ticket_and_no_fault() {
    given(ALICE);
    for (String text : List.of("", " ", "a\u0000b", "used", "x".repeat(5_000), "' OR 1 = 1")) {
      assertWorthNothing(text);
    }
  }

  @Test
  void of_many_who_show_one_ticket_at_once_one_gets_in() {
    for (int round = 0; round < 5; round++) {
      Ticket ticket = given(BOB);
      Crowd<Ticket> crowd = Crowd.atOnce(16, i -> used(ticket));
      assertThat(crowd.winner()).as("round %d", round).contains(ticket);
      assertThat(crowd.refused()).hasSize(15).containsOnly(ApplicationReason.TICKET_NOT_VALID);
    }
  }
}
