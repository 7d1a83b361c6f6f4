package dev.tradepost.domain.order;

import dev.tradepost.domain.shared.Lifecycle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A lifecycle as a shop wrote it down, in words that nobody has checked yet. It tells everything
 * that is wrong with it at once; only when nothing is, it becomes an {@link OrderLifecycle}.
 *
 * @param paymentRequired whether an order must be paid before it ships
 */
public record LifecycleDraft(
    String name, String initial, boolean paymentRequired, List<Step> steps) {

  /** The largest number of states in one table; what is checked grows with their square. */
  public static final int MAX_STATES = 100;

  public LifecycleDraft {
    steps = List.copyOf(steps);
  }

  /** Where an action leads, as somebody wrote it down. */
  public record Step(String from, String action, String to) {
    private Optional<OrderAction> known() {
      return Arrays.stream(OrderAction.values()).filter(it -> it.name().equals(action)).findAny();
    }
  }

  /** The lifecycle; refuses a draft that has problems. */
  public OrderLifecycle lifecycle() {
    List<String> problems = problems();
    if (!problems.isEmpty()) {
      throw new IllegalArgumentException(String.join("; ", problems));
    }
    return new OrderLifecycle(table(reachable()), paymentRequired);
  }

  /** Everything that is wrong with this draft alone, each with its cure. */
  public List<String> problems() {
    Set<String> states = states();
    List<String> problems = new ArrayList<>(LifecycleRules.badNames(name, states));
    List<String> wrongSteps = wrongSteps();
    problems.addAll(wrongSteps);
    if (states.size() > MAX_STATES) {
      problems.add("has more than " + MAX_STATES + " states: make do with fewer");
    } else if (wrongSteps.isEmpty()) {
      Set<String> reachable = reachable();
      Set<String> lost = new LinkedHashSet<>(states);
      lost.removeAll(reachable);
      if (!lost.isEmpty()) {
        problems.add(
            "cannot be reached from %s: %s: lead there, or take out what is not reached"
                .formatted(initial, String.join(", ", lost)));
      }
      problems.addAll(LifecycleRules.badMoves(table(reachable), paymentRequired));
    }
    return problems.stream().map(this::named).toList();
  }

  /**
   * Everything that is wrong with these drafts, also with each other: names are told apart from
   * those of the standard lifecycles and from one another.
   */
  public static List<String> problems(List<LifecycleDraft> drafts) {
    List<String> problems = new ArrayList<>();
    Set<String> standard = new HashSet<>();
    StandardLifecycles.all().forEach(it -> standard.add(it.name()));
    Set<String> seen = new HashSet<>();
    for (LifecycleDraft draft : drafts) {
      if (standard.contains(draft.name)) {
        problems.add(draft.named("the name is a standard lifecycle's: give it another"));
      } else if (!seen.add(draft.name)) {
        problems.add(draft.named("the name is there twice: give one of them another"));
      }
      problems.addAll(draft.problems());
    }
    return problems;
  }

  private String named(String problem) {
    return "lifecycle " + name + ": " + problem;
  }

  private Set<String> states() {
    Set<String> states = new LinkedHashSet<>();
    states.add(initial);
    for (Step step : steps) {
      states.add(step.from);
      states.add(step.to);
    }
    return states;
  }

  /** Steps that no table can hold: unknown actions, and pairs with more than one target. */
  private List<String> wrongSteps() {
    Set<String> wrong = new LinkedHashSet<>();
    Map<String, String> targets = new LinkedHashMap<>();
    for (Step step : steps) {
      if (step.known().isEmpty()) {
        wrong.add(
            "there is no action '%s' (in %s): use one of %s"
                .formatted(step.action, step.from, Arrays.toString(OrderAction.values())));
        continue;
      }
      String pair = step.action + " in " + step.from;
      String other = targets.putIfAbsent(pair, step.to);
      if (step.to.equals(other)) {
        wrong.add(pair + " is there twice: keep one");
      } else if (other != null) {
        wrong.add("%s leads to both %s and %s: keep one".formatted(pair, other, step.to));
      }
    }
    return List.copyOf(wrong);
  }

  private Set<String> reachable() {
    Set<String> reached = new LinkedHashSet<>(Set.of(initial));
    boolean more = true;
    while (more) {
      more = false;
      for (Step step : steps) {
        more |= reached.contains(step.from) && reached.add(step.to);
      }
    }
    return reached;
  }

  /** The table of what is reachable. */
  private Lifecycle<String, OrderAction> table(Set<String> reachable) {
    Lifecycle.Builder<String, OrderAction> table = Lifecycle.named(name, initial);
    for (Step step : steps) {
      if (reachable.contains(step.from)) {
        table.allow(step.from, step.known().orElseThrow(), step.to);
      }
    }
    return table.build();
  }
}
