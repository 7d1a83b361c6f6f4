package dev.tradepost.domain.shared;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * A state machine as a value: an immutable table (state, action) to state that can be asked,
 * checked and drawn. It has no effects of its own.
 *
 * @param <S> the states
 * @param <A> the actions
 */
public final class Lifecycle<S, A> {
  private final String name;
  private final S initial;
  private final Map<S, Map<A, S>> table;

  private Lifecycle(String name, S initial, Map<S, Map<A, S>> table) {
    this.name = name;
    this.initial = initial;
    this.table = table;
  }

  /** Starts a table; {@link Builder#build} proves it sound. */
  public static <S, A> Builder<S, A> named(String name, S initial) {
    return new Builder<>(name, initial);
  }

  public String name() {
    return name;
  }

  public S initial() {
    return initial;
  }

  /** Every state, the initial one first, then as declared. */
  public Set<S> states() {
    return table.keySet();
  }

  /** What may be done in this state, in the order declared; nothing for an unknown state. */
  public Set<A> allowedIn(S state) {
    return table.getOrDefault(state, Map.of()).keySet();
  }

  /** The state this action leads to, or nothing where it is not allowed. */
  public Optional<S> next(S state, A action) {
    return Optional.ofNullable(table.getOrDefault(state, Map.of()).get(action));
  }

  /** The state this action leads to; refuses where it is not allowed and lists what is. */
  public S after(S state, A action) {
    return next(state, action).orElseThrow(() -> refusal(state, action, allowedIn(state)));
  }

  /** The refusal of an action in a state where only these are allowed. */
  public static Rejection refusal(Object state, Object action, Set<?> allowed) {
    String instead = allowed.isEmpty() ? "nothing is, it is final" : "allowed: " + join(allowed);
    return new Rejection(
        SharedReason.TRANSITION_NOT_ALLOWED,
        action + " is not allowed in state " + state + " (" + instead + ")");
  }

  /** Calls back for each edge: from, action, to. */
  public void forEachEdge(Edge<S, A> visitor) {
    table.forEach((from, row) -> row.forEach((action, to) -> visitor.visit(from, action, to)));
  }

  /** All states that can be reached from this one, itself included. */
  public Set<S> reachableFrom(S start) {
    return reachable(table, start, action -> true);
  }

  /** All states that can be reached from this one without ever doing the given action. */
  public Set<S> reachableWithout(S start, A avoided) {
    return reachable(table, start, action -> !action.equals(avoided));
  }

  /** The table as a Mermaid state diagram, for the docs. */
  public String toMermaid() {
    StringBuilder text = new StringBuilder("stateDiagram-v2\n");
    text.append("  [*] --> ").append(initial).append('\n');
    forEachEdge(
        (from, action, to) -> text.append("  " + from + " --> " + to + ": " + action + "\n"));
    table.forEach((state, row) -> text.append(row.isEmpty() ? "  " + state + " --> [*]\n" : ""));
    return text.toString();
  }

  private static <S, A> Set<S> reachable(Map<S, Map<A, S>> table, S start, Predicate<A> followed) {
    Set<S> seen = new LinkedHashSet<>();
    Deque<S> open = new ArrayDeque<>();
    open.add(start);
    while (!open.isEmpty()) {
      S state = open.remove();
      if (seen.add(state)) {
        table
            .get(state)
            .forEach((action, to) -> open.addAll(followed.test(action) ? Set.of(to) : Set.of()));
      }
    }
    return seen;
  }

  private static String join(Set<?> names) {
    return names.stream().map(Object::toString).collect(Collectors.joining(", "));
  }

  /** Receives the edges of a table. */
  @FunctionalInterface
  public interface Edge<S, A> {
    void visit(S from, A action, S to);
  }

  /** Collects edges and proves the table sound. */
  public static final class Builder<S, A> {
    private final String name;
    private final S initial;
    private final Map<S, Map<A, S>> table = new LinkedHashMap<>();

    private Builder(String name, S initial) {
      this.name = name;
      this.initial = initial;
      table.put(initial, new LinkedHashMap<>());
    }

    /** Allows the action in a state; refuses a second target for the same pair. */
    public Builder<S, A> allow(S from, A action, S to) {
      table.computeIfAbsent(to, state -> new LinkedHashMap<>());
      S known = table.computeIfAbsent(from, state -> new LinkedHashMap<>()).put(action, to);
      if (known != null) {
        throw new IllegalArgumentException(
            "lifecycle "
                + name
                + ": "
                + action
                + " in "
                + from
                + " leads to both "
                + known
                + " and "
                + to);
      }
      return this;
    }

    /** The finished table; refuses states that cannot be reached, naming them. */
    public Lifecycle<S, A> build() {
      Set<S> unreachable = new LinkedHashSet<>(table.keySet());
      unreachable.removeAll(reachable(table, initial, action -> true));
      if (!unreachable.isEmpty()) {
        throw new IllegalArgumentException(
            "lifecycle " + name + ": cannot be reached from " + initial + ": " + join(unreachable));
      }
      Map<S, Map<A, S>> frozen = new LinkedHashMap<>();
      table.forEach(
          (state, row) -> frozen.put(state, Collections.unmodifiableMap(new LinkedHashMap<>(row))));
      return new Lifecycle<>(name, initial, Collections.unmodifiableMap(frozen));
    }
  }
}
