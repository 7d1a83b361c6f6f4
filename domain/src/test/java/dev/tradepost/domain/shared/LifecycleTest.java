package dev.tradepost.domain.shared;

import static dev.tradepost.domain.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LifecycleTest {
  private static final Lifecycle<String, String> LAMP =
      Lifecycle.<String, String>named("lamp", "OFF")
          .allow("OFF", "PRESS", "ON")
          .allow("OFF", "DROP", "BROKEN")
          .allow("ON", "PRESS", "OFF")
          .allow("ON", "BURN_OUT", "BROKEN")
          .build();

  @Test
  void a_lifecycle_can_be_asked_for_its_states_and_actions() {
    assertThat(LAMP.name()).isEqualTo("lamp");
    assertThat(LAMP.initial()).isEqualTo("OFF");
    assertThat(LAMP.states()).containsExactly("OFF", "ON", "BROKEN");
    assertThat(LAMP.allowedIn("OFF")).containsExactly("PRESS", "DROP");
    assertThat(LAMP.allowedIn("BROKEN")).isEmpty();
    assertThat(LAMP.allowedIn("MISSING")).isEmpty();
  }

  @Test // S2-44
  void an_allowed_action_leads_to_the_next_state() {
    assertThat(LAMP.next("OFF", "PRESS")).contains("ON");
    assertThat(LAMP.after("ON", "BURN_OUT")).isEqualTo("BROKEN");
  }

  @Test // S2-44
  void a_refused_action_lists_what_is_allowed() {
    assertThat(LAMP.next("OFF", "BURN_OUT")).isEmpty();
    Rejection refusal = refusalOf(() -> LAMP.after("OFF", "BURN_OUT"));
    assertThat(refusal.reason()).isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
    assertThat(refusal.detail())
        .isEqualTo("BURN_OUT is not allowed in state OFF (allowed: PRESS, DROP)");
  }

  @Test // S2-44
  void a_refused_action_in_a_final_state_says_that_it_is_final() {
    assertThat(refusalOf(() -> LAMP.after("BROKEN", "PRESS")).detail())
        .isEqualTo("PRESS is not allowed in state BROKEN (nothing is, it is final)");
  }

  @Test
  void reachable_states_follow_every_path_and_stop_at_an_avoided_action() {
    assertThat(LAMP.reachableFrom("ON")).containsExactlyInAnyOrder("ON", "OFF", "BROKEN");
    assertThat(LAMP.reachableFrom("BROKEN")).containsExactly("BROKEN");
    assertThat(LAMP.reachableWithout("OFF", "PRESS")).containsExactlyInAnyOrder("OFF", "BROKEN");
  }

  @Test
  void every_edge_is_visited_once_in_the_order_declared() {
    List<String> edges = new ArrayList<>();
    LAMP.forEachEdge((from, action, to) -> edges.add(from + " " + action + " " + to));
    assertThat(edges)
        .containsExactly("OFF PRESS ON", "OFF DROP BROKEN", "ON PRESS OFF", "ON BURN_OUT BROKEN");
  }

  @Test
  void a_lifecycle_can_be_drawn() {
    assertThat(LAMP.toMermaid())
        .isEqualTo(
            """
            stateDiagram-v2
              [*] --> OFF
              OFF --> ON: PRESS
              OFF --> BROKEN: DROP
              ON --> OFF: PRESS
              ON --> BROKEN: BURN_OUT
              BROKEN --> [*]
            """);
  }

  @Test
  void a_state_that_cannot_be_reached_is_refused_by_name() {
    Lifecycle.Builder<String, String> builder =
        Lifecycle.<String, String>named("lamp", "OFF")
            .allow("OFF", "PRESS", "ON")
            .allow("STOLEN", "RETURN", "OFF")
            .allow("SOLD", "RETURN", "STOLEN");
    assertThatIllegalArgumentException()
        .isThrownBy(builder::build)
        .withMessage("lifecycle lamp: cannot be reached from OFF: STOLEN, SOLD");
  }

  @Test
  void a_second_target_for_the_same_pair_is_refused() {
    Lifecycle.Builder<String, String> builder =
        Lifecycle.<String, String>named("lamp", "OFF").allow("OFF", "PRESS", "ON");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> builder.allow("OFF", "PRESS", "BROKEN"))
        .withMessage("lifecycle lamp: PRESS in OFF leads to both ON and BROKEN");
  }

  @Test
  void a_built_lifecycle_no_longer_changes() {
    Lifecycle.Builder<String, String> builder =
        Lifecycle.<String, String>named("lamp", "OFF").allow("OFF", "PRESS", "ON");
    Lifecycle<String, String> built = builder.build();
    builder.allow("ON", "PRESS", "OFF").allow("OFF", "DROP", "BROKEN");
    assertThat(built.states()).containsExactly("OFF", "ON");
    assertThat(built.allowedIn("ON")).isEmpty();
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> built.states().clear());
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> built.allowedIn("OFF").clear());
  }
}
