package dev.tradepost.domain.shared;

import static dev.tradepost.domain.shared.Refusals.refusalOf;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a lifecycle should be, written down a second time: one {@code FROM ACTION TO} per line.
 * Every pair of a state and an action is one case, the illegal ones too.
 */
public final class LifecycleTable {
  private final Map<String, String> expected = new LinkedHashMap<>();

  private LifecycleTable(String edges) {
    edges
        .lines()
        .map(line -> line.strip().split(" +"))
        .forEach(words -> expected.put(words[0] + " " + words[1], words[2]));
  }

  public static LifecycleTable of(String edges) {
    return new LifecycleTable(edges);
  }

  /** All pairs of a state of the table and an action. */
  public static <S, A> Stream<Pair<S, A>> pairs(Lifecycle<S, A> table, A[] actions) {
    List<Pair<S, A>> all = new ArrayList<>();
    for (S state : table.states()) {
      for (A action : actions) {
        all.add(new Pair<>(table, state, action));
      }
    }
    return all.stream();
  }

  /** One case: this action in this state. */
  public record Pair<S, A>(Lifecycle<S, A> table, S state, A action) {
    @Override
    public String toString() {
      return table.name() + ": " + action + " in " + state;
    }
  }

  /** A legal pair moves as written; an illegal one is refused with a list of what is allowed. */
  public void check(Pair<?, ?> pair) {
    checkTyped(pair);
  }

  private <S, A> void checkTyped(Pair<S, A> pair) {
    Lifecycle<S, A> table = pair.table();
    String target = expected.get(pair.state() + " " + pair.action());
    assertThat(table.next(pair.state(), pair.action()).map(Object::toString))
        .isEqualTo(Optional.ofNullable(target));
    if (target != null) {
      assertThat(table.after(pair.state(), pair.action())).hasToString(target);
    } else {
      Rejection refusal = refusalOf(() -> table.after(pair.state(), pair.action()));
      assertThat(refusal.reason()).isEqualTo(SharedReason.TRANSITION_NOT_ALLOWED);
      assertThat(refusal.detail()).isEqualTo(refusalText(pair.state(), pair.action()));
    }
  }

  private String refusalText(Object state, Object action) {
    String allowed =
        expected.keySet().stream()
            .map(pair -> pair.split(" "))
            .filter(words -> words[0].equals(state.toString()))
            .map(words -> words[1])
            .collect(joining(", "));
    String instead = allowed.isEmpty() ? "nothing is, it is final" : "allowed: " + allowed;
    return action + " is not allowed in state " + state + " (" + instead + ")";
  }
}
