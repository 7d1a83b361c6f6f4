package dev.tradepost.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Decision X-02, S2-17: a lifecycle that a shop writes down is sound, or told what is wrong. */
class LifecycleDraftTest {
  private static final String SOUND =
      """
      NEW CANCEL CANCELLED
      NEW PAY PAID
      PAID CANCEL CANCELLED
      PAID SHIP SHIPPED
      SHIPPED DELIVER DELIVERED
      """;

  private static LifecycleDraft draft(String name, String steps) {
    List<LifecycleDraft.Step> read =
        steps
            .lines()
            .map(line -> line.split(" "))
            .map(words -> new LifecycleDraft.Step(words[0], words[1], words[2]))
            .toList();
    return new LifecycleDraft(name, "NEW", true, read);
  }

  private static List<String> problems(String steps) {
    return draft("own", steps).problems();
  }

  private static List<String> problemsWith(String more) {
    return problems(SOUND + more);
  }

  @Test
  void a_sound_draft_becomes_the_lifecycle_it_describes() {
    OrderLifecycle lifecycle = draft("own", SOUND).lifecycle();
    assertThat(lifecycle.name()).isEqualTo("own");
    assertThat(lifecycle.paymentRequired()).isTrue();
    assertThat(lifecycle.table().initial()).isEqualTo("NEW");
    assertThat(lifecycle.table().states())
        .containsExactlyInAnyOrder("NEW", "PAID", "SHIPPED", "DELIVERED", "CANCELLED");
    assertThat(lifecycle.table().next("PAID", OrderAction.SHIP)).contains("SHIPPED");
  }

  @Test
  void the_standard_lifecycles_written_down_as_drafts_are_sound() {
    for (OrderLifecycle standard : StandardLifecycles.all()) {
      List<LifecycleDraft.Step> steps = new ArrayList<>();
      standard
          .table()
          .forEachEdge(
              (from, action, to) -> steps.add(new LifecycleDraft.Step(from, action.name(), to)));
      LifecycleDraft draft =
          new LifecycleDraft(
              "own-" + standard.name(),
              standard.table().initial(),
              standard.paymentRequired(),
              steps);
      assertThat(draft.problems()).isEmpty();
      assertThat(draft.lifecycle().table().states())
          .containsExactlyInAnyOrderElementsOf(standard.table().states());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Own", "own_one", "-own", "own-", "own--one", "1own", "", "own one"})
  void a_name_is_lower_case_kebab(String name) {
    assertThat(draft(name, SOUND).problems())
        .containsExactly(
            "lifecycle "
                + name
                + ": the name is not lower-case kebab of at most 32 characters: give it one such"
                + " as pre-order");
  }

  @Test
  void a_name_has_at_most_32_characters() {
    assertThat(draft("a".repeat(32), SOUND).problems()).isEmpty();
    assertThat(draft("a".repeat(33), SOUND).problems()).hasSize(1);
    assertThat(problemsWith("NEW CONFIRM " + "A".repeat(32) + "\n" + "A".repeat(32) + " PAY PAID"))
        .isEmpty();
    assertThat(problemsWith("NEW CONFIRM " + "A".repeat(33) + "\n" + "A".repeat(33) + " PAY PAID"))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Seen", "SEEN-IT", "_SEEN", "SEEN_", "S__N", "1SEEN", "%s"})
  void a_state_is_upper_snake(String state) {
    assertThat(problemsWith("NEW CONFIRM %s\n%<s PAY PAID".formatted(state)))
        .containsExactly(
            "lifecycle own: the state '"
                + state
                + "' is not UPPER_SNAKE of at most 32 characters: write it such as PICKED_UP");
  }

  @Test
  void an_unknown_action_is_answered_with_those_there_are() {
    assertThat(problemsWith("NEW TELEPORT PAID"))
        .containsExactly(
            "lifecycle own: there is no action 'TELEPORT' (in NEW): use one of "
                + Arrays.toString(OrderAction.values()));
  }

  @Test
  void an_action_leads_to_one_state_and_is_written_down_once() {
    assertThat(problemsWith("NEW PAY SHIPPED\nPAID SHIP SHIPPED"))
        .containsExactly(
            "lifecycle own: PAY in NEW leads to both PAID and SHIPPED: keep one",
            "lifecycle own: SHIP in PAID is there twice: keep one");
  }

  @Test
  void what_is_not_reached_is_named() {
    assertThat(problemsWith("LOST CANCEL CANCELLED\nGONE CONFIRM LOST"))
        .containsExactly(
            "lifecycle own: cannot be reached from NEW: LOST, GONE: lead there, or take out what is"
                + " not reached");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          NEW CONFIRM LIMBO           | CONFIRM leads to the dead end LIMBO: add
          NEW CONFIRM A,A CONFIRM A   | never ends from A: add
          NEW CONFIRM A,A SHIP SHIPPED| can ship unpaid from A: let
          PAID CONFIRM A,A PAY A      | never ends from A: add
          PAID RESERVE SHIPPED        | RESERVE would never be done in PAID: it
          SHIPPED CANCEL CANCELLED    | after SHIP in PAID the goods are gone, yet CANCEL
          SHIPPED EXPIRE CANCELLED    | after SHIP in PAID the goods are gone, yet EXPIRE
          SHIPPED SHIP SHIPPED        | after SHIP in PAID the goods are gone, yet SHIP
          SHIPPED PAY SHIPPED         | after SHIP in PAID the goods are gone, yet PAY
          PAID DELIVER DELIVERED      | can deliver what was not shipped from PAID: let
          DELIVERED DELIVER SHIPPED   | after DELIVER in SHIPPED the goods are there, yet DELIVER
          """)
  void what_would_harm_an_order_is_refused(String more, String why) {
    assertThat(problemsWith(more.strip().replace(',', '\n')))
        .anySatisfy(problem -> assertThat(problem).startsWith("lifecycle own: " + why));
  }

  @Test
  void money_needs_a_way_back() {
    assertThat(problems(SOUND.replace("PAID CANCEL CANCELLED\n", "")))
        .containsExactly(
            "lifecycle own: takes money in NEW with no CANCEL or REFUND after it: add one after"
                + " PAID");
  }

  @Test
  void what_can_only_be_paid_again_is_stuck() {
    String steps =
        SOUND.replace(
            "PAID CANCEL CANCELLED\nPAID SHIP", "PAID PAY SURE\nSURE CANCEL CANCELLED\nSURE SHIP");
    assertThat(problems(steps))
        .containsExactly(
            "lifecycle own: is stuck after PAY in NEW: it is paid once, so lead on from PAID by"
                + " something else");
  }

  @Test
  void an_order_without_a_step_is_born_into_a_dead_end() {
    assertThat(problems(""))
        .containsExactly("lifecycle own: starts in a dead end: add what can be done in NEW");
  }

  @Test
  void there_are_at_most_a_hundred_states() {
    StringBuilder chain = new StringBuilder("NEW CONFIRM S1\n");
    for (int i = 1; i < LifecycleDraft.MAX_STATES; i++) {
      chain.append("S%d CONFIRM S%d%n".formatted(i, i + 1));
    }
    assertThat(problems(chain.toString()))
        .containsExactly("lifecycle own: has more than 100 states: make do with fewer");
  }

  @Test
  void a_name_is_neither_a_standard_one_nor_used_twice() {
    assertThat(
            LifecycleDraft.problems(
                List.of(draft("own", SOUND), draft("checkout", SOUND), draft("own", SOUND))))
        .containsExactly(
            "lifecycle checkout: the name is a standard lifecycle's: give it another",
            "lifecycle own: the name is there twice: give one of them another");
  }

  @Test
  void everything_that_is_wrong_is_told_at_once() {
    String steps = "NEW PAY paid\nNEW CONFIRM LIMBO\npaid SHIP SHIPPED\nLOST CANCEL SHIPPED";
    LifecycleDraft draft = draft("Own", steps);
    assertThat(LifecycleDraft.problems(List.of(draft)))
        .hasSize(6)
        .allSatisfy(problem -> assertThat(problem).startsWith("lifecycle Own: "));
    assertThatIllegalArgumentException()
        .isThrownBy(draft::lifecycle)
        .withMessageContaining("LIMBO")
        .withMessageContaining("LOST");
  }
}
