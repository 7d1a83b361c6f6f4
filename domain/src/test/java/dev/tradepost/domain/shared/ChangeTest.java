package dev.tradepost.domain.shared;

import static dev.tradepost.domain.shared.Refusals.reasonOf;
import static dev.tradepost.domain.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ChangeTest {

  @Test // S0-05
  void a_change_carries_the_new_state_and_the_event_that_tells_why() {
    Change<Door> opened = new Door(true, 1).toggle();
    assertThat(opened.state()).isEqualTo(new Door(false, 2));
    assertThat(opened.events()).containsExactly(new Toggled(false));
  }

  @Test // S0-05
  void the_next_verb_sees_the_new_state_and_the_events_of_both_are_kept_in_order() {
    Change<Door> thrice = new Door(true, 1).toggle().then(Door::toggle).then(Door::toggle);
    assertThat(thrice.state()).isEqualTo(new Door(false, 4));
    assertThat(thrice.events())
        .containsExactly(new Toggled(false), new Toggled(true), new Toggled(false));
  }

  @Test
  void a_change_does_not_change() {
    List<DomainEvent> events = new ArrayList<>(List.of(new Toggled(true)));
    Change<Door> change = new Change<>(new Door(true, 1), events);
    events.clear();
    assertThat(change.events()).hasSize(1);
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> change.events().clear());
    change.then(Door::toggle);
    assertThat(change.events()).hasSize(1);
  }

  @Test
  void a_change_needs_a_state_and_events() {
    assertThatNullPointerException().isThrownBy(() -> Change.of(null, new Toggled(true)));
    assertThatNullPointerException().isThrownBy(() -> Change.of(new Door(true, 1), null));
  }

  @Test
  void a_caller_who_decided_on_this_version_or_on_none_may_go_on() {
    Door door = new Door(true, 7);
    door.requireVersion(OptionalLong.of(7));
    door.requireVersion(OptionalLong.empty());
    assertThat(reasonOf(() -> door.requireVersion(OptionalLong.of(6))))
        .isEqualTo(SharedReason.STALE_VERSION);
    assertThat(refusalOf(() -> door.requireVersion(OptionalLong.of(8))).detail())
        .isEqualTo("version 8 was expected, but it is now 7");
  }

  private record Toggled(boolean open) implements DomainEvent {
    @Override
    public String type() {
      return "door.toggled";
    }
  }

  private record Door(boolean open, long version) implements Aggregate {
    Change<Door> toggle() {
      return Change.of(new Door(!open, version + 1), new Toggled(!open));
    }

    @Override
    public String aggregateId() {
      return "door";
    }

    @Override
    public Optional<UserId> owner() {
      return Optional.empty();
    }
  }
}
