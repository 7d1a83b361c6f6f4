package dev.tradepost.persistence.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Once;
import dev.tradepost.application.Role;
import dev.tradepost.domain.shared.UserId;
import java.util.List;
import org.junit.jupiter.api.Test;

class LanesTest {
  private static final Actor CLERK = new Actor(new UserId("clerk"), Role.STAFF);

  private final Lanes lanes = new Lanes(2, 3);

  /** One that names carts of these users. */
  private static Command<?> naming(String... users) {
    return new Command<>(
        CLERK, rows -> List.of(users).forEach(user -> rows.cart(new UserId(user))), work -> "done");
  }

  private List<Command<?>> entered(Command<?> command) {
    lanes.enter(command);
    return led(command);
  }

  private void waits(Command<?> command) {
    lanes.enter(command);
    noneIsNext();
  }

  private List<Command<?>> led(Command<?> command) {
    assertThat(lanes.next()).containsSame(command);
    return lanes.gathered(command);
  }

  private void noneIsNext() {
    assertThat(lanes.next()).isEmpty();
  }

  @Test
  void groups_that_have_named_nothing_in_common_are_on_their_way_at_once() {
    assertThat(entered(naming("a"))).hasSize(1);
    assertThat(entered(naming("b"))).hasSize(1);
  }

  @Test
  void what_waits_for_a_lane_is_the_next_group_as_far_as_it_has_room() {
    List<Command<?>> first = entered(naming("a"));
    List<Command<?>> second = entered(naming("b"));
    Command<?> c = naming("c");
    Command<?> d = naming("d");
    Command<?> e = naming("c", "d");
    Command<?> f = naming("f");
    List.of(c, d, e, f).forEach(this::waits);
    lanes.leave(first);
    assertThat(led(c)).containsExactly(c, d, e);
    noneIsNext();
    lanes.leave(second);
    assertThat(led(f)).containsExactly(f);
  }

  @Test
  void what_has_no_room_in_a_group_goes_in_another_lane() {
    List<Command<?>> alone = entered(naming());
    Command<?> c = naming("c");
    Command<?> d = naming("d");
    Command<?> e = naming("e");
    Command<?> f = naming("f");
    List.of(c, d, e, f).forEach(this::waits);
    lanes.leave(alone);
    assertThat(led(c)).containsExactly(c, d, e);
    assertThat(led(f)).containsExactly(f);
  }

  @Test
  void who_names_what_a_group_on_its_way_has_named_waits_for_that_group() {
    List<Command<?>> first = entered(naming("a"));
    Command<?> again = naming("b", "a");
    waits(again);
    assertThat(entered(naming("c"))).as("somebody else does not").hasSize(1);
    lanes.leave(first);
    assertThat(led(again)).containsExactly(again);
  }

  @Test
  void nobody_overtakes_who_has_named_the_same() {
    List<Command<?>> first = entered(naming("a"));
    Command<?> ab = naming("a", "b");
    Command<?> b = naming("b");
    waits(ab);
    waits(b);
    lanes.leave(first);
    assertThat(led(ab)).containsExactly(ab, b);
  }

  @Test
  void who_has_named_nothing_may_want_anything() {
    List<Command<?>> first = entered(naming("a"));
    Command<?> anything = naming();
    Command<?> c = naming("c");
    waits(anything);
    waits(c);
    lanes.leave(first);
    assertThat(led(anything)).containsExactly(anything, c);
    waits(naming("d"));
  }

  @Test
  void a_key_alone_says_nothing_of_what_is_wanted() {
    Once once = new Once("clerk", "key", "hash");
    entered(new Command<>(CLERK, rows -> rows.answer(once), work -> "done"));
    waits(naming("a"));
  }

  @Test
  void who_repeats_a_key_waits_for_its_first_time() {
    Once once = new Once("clerk", "key", "hash");
    entered(new Command<>(CLERK, rows -> rows.answer(once).alone("a"), work -> "done"));
    waits(new Command<>(CLERK, rows -> rows.answer(once).alone("b"), work -> "done"));
  }

  @Test
  void one_lane_is_enough() {
    Lanes one = new Lanes(1, 3);
    Command<?> a = naming("a");
    one.enter(a);
    one.enter(naming("b"));
    assertThat(one.next()).containsSame(a);
    assertThat(one.next()).isEmpty();
  }
}
