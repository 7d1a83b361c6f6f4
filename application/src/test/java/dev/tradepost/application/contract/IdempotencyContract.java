package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Answer;
import dev.tradepost.application.ApplicationReason;
import dev.tradepost.application.Once;
import dev.tradepost.application.order.PlaceOrder;
import dev.tradepost.application.process.ForgetAnswers;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.SharedReason;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A request with a key takes effect once, however often and from wherever it is sent. */
public abstract class IdempotencyContract extends StorageContract {
  private static final Once ONCE = new Once("alice POST /orders", "key-1", "two laptops");

  private Answer send(Once once, PlaceOrder order) {
    return useCases()
        .executeOnce(
            ALICE,
            Optional.of(once),
            order,
            view -> view.order().id() + " " + view.order().amounts().total());
  }

  private Rejection refusalOf(Once once, PlaceOrder order) {
    return catchThrowableOfType(Rejection.class, () -> send(once, order));
  }

  private int orders() {
    return views().orders().list(EVERY_ORDER, FIRST_PAGE).items().size();
  }

  @Test // A21, S1-25, S2-77
  void the_same_request_twice_has_one_effect_and_the_same_answer() {
    ProductId laptop = stocked("p1", 9);

    Answer first = send(ONCE, ordering(pieces(2, laptop)));
    clock.advance(Duration.ofMinutes(5));
    Object before = everything();
    Answer second = send(ONCE, ordering(pieces(2, laptop)));

    assertThat(first.replayed()).isFalse();
    assertThat(second).isEqualTo(new Answer(first.text(), true));
    assertThat(everything()).isEqualTo(before);
    assertThat(stock(laptop).reserved()).isEqualTo(2);
  }

  @Test // A22
  void a_key_used_for_another_request_is_refused() {
    ProductId laptop = stocked("p1", 9);
    send(ONCE, ordering(pieces(2, laptop)));
    Object before = everything();

    Rejection refusal =
        refusalOf(new Once(ONCE.scope(), ONCE.key(), "other"), ordering(pieces(3, laptop)));

    assertThat(refusal.reason()).isEqualTo(ApplicationReason.KEY_REUSED);
    assertThat(everything()).isEqualTo(before);
  }

  @Test // A24, A23
  void sixteen_at_once_with_one_key_have_one_effect_and_equal_answers() {
    ProductId laptop = stocked("p1", 1_000);
    for (int round = 0; round < 20; round++) {
      Once once = new Once(ONCE.scope(), "round-" + round, "body");
      Crowd<Answer> crowd = Crowd.atOnce(16, i -> send(once, ordering(pieces(1, laptop))));

      assertThat(crowd.done()).hasSize(16);
      assertThat(crowd.done().stream().filter(answer -> !answer.replayed())).hasSize(1);
      assertThat(crowd.done().stream().map(Answer::text).distinct()).hasSize(1);
      assertThat(stock(laptop).reserved()).isEqualTo(round + 1);
    }
    assertThat(orders()).isEqualTo(20);
  }

  @Test // A24
  void a_twin_that_finds_the_stock_gone_gets_the_answer_of_the_one_who_took_it() {
    for (int round = 0; round < 10; round++) {
      ProductId last = stocked("p" + round, 1);
      Once once = new Once(ONCE.scope(), "round-" + round, "body");
      Crowd<Answer> crowd = Crowd.atOnce(8, i -> send(once, ordering(pieces(1, last))));
      assertThat(crowd.refused()).isEmpty();
      assertThat(crowd.done().stream().map(Answer::text).distinct()).hasSize(1);
    }
  }

  @Test // A24, A22
  void of_two_requests_that_fight_for_one_key_one_is_refused() {
    ProductId laptop = stocked("p1", 1_000);
    for (int round = 0; round < 10; round++) {
      String key = "round-" + round;
      Crowd<Answer> crowd =
          Crowd.atOnce(
              2, i -> send(new Once(ONCE.scope(), key, "body " + i), ordering(pieces(1, laptop))));
      assertThat(crowd.winner()).isPresent();
      assertThat(crowd.refused()).containsExactly(ApplicationReason.KEY_REUSED);
    }
  }

  @Test // A27
  void the_same_key_of_two_callers_has_two_effects() {
    ProductId laptop = stocked("p1", 9);
    Answer alices = send(ONCE, ordering(pieces(2, laptop)));
    Answer bobs =
        send(new Once("bob POST /orders", ONCE.key(), "two laptops"), ordering(pieces(2, laptop)));

    assertThat(bobs.replayed()).isFalse();
    assertThat(bobs.text()).isNotEqualTo(alices.text());
    assertThat(stock(laptop).reserved()).isEqualTo(4);
  }

  @Test // A27
  void scope_and_key_are_told_apart_to_the_letter() {
    ProductId laptop = stocked("p1", 9);
    HashSet<String> answers = new HashSet<>();
    answers.add(send(new Once("a", "bc", "body"), ordering(pieces(1, laptop))).text());
    answers.add(send(new Once("ab", "c", "body"), ordering(pieces(1, laptop))).text());
    answers.add(send(new Once("ab", "C", "body"), ordering(pieces(1, laptop))).text());
    answers.add(send(new Once("ab", "C", "body").step("x"), ordering(pieces(1, laptop))).text());
    assertThat(answers).hasSize(4);
  }

  @Test // A30
  void a_refused_try_is_not_kept_and_its_key_may_be_used_again() {
    ProductId laptop = stocked("p1", 1);
    Object before = everything();
    assertThat(refusalOf(ONCE, ordering(pieces(2, laptop))).reason())
        .isEqualTo(SharedReason.INSUFFICIENT_STOCK);
    assertThat(everything()).isEqualTo(before);

    count(laptop, MAIN, 2);
    Answer answer = send(ONCE, ordering(pieces(2, laptop)));

    assertThat(answer.replayed()).isFalse();
    assertThat(orders()).isEqualTo(1);
  }

  @Test // A28
  void answers_are_forgotten_after_a_day_and_not_before() {
    ProductId laptop = stocked("p1", 9);
    Answer first = send(ONCE, ordering(pieces(1, laptop)));

    clock.advance(Duration.ofHours(24));
    assertThat(execute(Actor.system(), new ForgetAnswers())).isZero();
    assertThat(send(ONCE, ordering(pieces(1, laptop)))).isEqualTo(new Answer(first.text(), true));

    clock.advance(Duration.ofMillis(1));
    assertThat(execute(Actor.system(), new ForgetAnswers())).isEqualTo(1);
    Answer anew = send(ONCE, ordering(pieces(1, laptop)));
    assertThat(anew.replayed()).isFalse();
    assertThat(anew.text()).isNotEqualTo(first.text());
  }

  @Test // A25
  void without_a_key_every_request_has_its_effect() {
    ProductId laptop = stocked("p1", 9);
    for (int i = 0; i < 2; i++) {
      useCases()
          .executeOnce(
              ALICE, Optional.empty(), ordering(pieces(1, laptop)), view -> view.toString());
    }
    assertThat(orders()).isEqualTo(2);
  }

  @Test // A21
  void long_and_odd_answers_are_replayed_to_the_letter() {
    String odd = "{\"name\": \"Łódź 😀 \\\"quoted\\\" 'single' %_\\\\\"}\n".repeat(5_000);
    ProductId laptop = stocked("p1", 9);
    for (int i = 0; i < 2; i++) {
      Answer answer =
          useCases()
              .executeOnce(ALICE, Optional.of(ONCE), ordering(pieces(1, laptop)), view -> odd);
      assertThat(answer).isEqualTo(new Answer(odd, i == 1));
    }
  }
}
