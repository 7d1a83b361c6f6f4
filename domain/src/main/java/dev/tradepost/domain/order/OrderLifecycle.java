package dev.tradepost.domain.order;

import dev.tradepost.domain.shared.Lifecycle;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A lifecycle of goods orders: a table whose states are the shop's names and whose actions are the
 * domain's verbs. It is refused at construction when goods could be shipped unpaid though payment
 * is required, when money could be taken with no way back, when an order could end up stuck, or
 * when goods that are gone could be shipped, paid or called off; a draft tells that more kindly.
 *
 * @param paymentRequired whether an order must be paid before it ships
 */
public record OrderLifecycle(Lifecycle<String, OrderAction> table, boolean paymentRequired) {

  private static final List<OrderAction> BACK =
      List.of(OrderAction.REQUEST_RETURN, OrderAction.APPROVE_RETURN, OrderAction.REFUND);

  public OrderLifecycle {
    List<String> broken = new ArrayList<>(LifecycleRules.badNames(table.name(), table.states()));
    broken.addAll(LifecycleRules.badMoves(table, paymentRequired));
    if (!broken.isEmpty()) {
      throw new IllegalArgumentException(
          "lifecycle " + table.name() + ": " + String.join("; ", broken));
    }
  }

  public String name() {
    return table.name();
  }

  /**
   * Where this action leads from the state, if need be through the one step that prepares it; the
   * steps to take, in order, or nothing where it is not allowed.
   */
  public Optional<List<OrderAction>> stepsTo(String state, OrderAction action) {
    if (table.next(state, action).isPresent()) {
      return Optional.of(List.of(action));
    }
    return action
        .preparedBy()
        .filter(first -> table.next(state, first).flatMap(s -> table.next(s, action)).isPresent())
        .map(first -> List.of(first, action));
  }

  /** Whether an order that is not paid in time ends in this state. */
  public boolean expiresIn(String state) {
    return table.allowedIn(state).contains(OrderAction.EXPIRE);
  }

  /**
   * The steps by which an order shows that all of it came back and was repaid, in order; none where
   * no state shows that.
   */
  public List<OrderAction> stepsBack(String state) {
    for (int from = BACK.size() - 1; from >= 0; from--) {
      List<OrderAction> steps = BACK.subList(from, BACK.size());
      if (leads(state, steps)) {
        return steps;
      }
    }
    return List.of();
  }

  private boolean leads(String from, List<OrderAction> steps) {
    Optional<String> state = Optional.of(from);
    for (OrderAction step : steps) {
      state = state.flatMap(it -> table.next(it, step));
    }
    return state.isPresent();
  }

  /** What can be done by hand or by a payment in this state, preparing steps included. */
  public Set<OrderAction> allowedIn(String state) {
    Set<OrderAction> allowed = new LinkedHashSet<>();
    for (OrderAction action : OrderAction.values()) {
      if (action.by() != OrderAction.By.NOBODY && stepsTo(state, action).isPresent()) {
        allowed.add(action);
      }
    }
    return allowed;
  }

  /** The action that leads from one state to another, one done by hand before any other. */
  public Optional<OrderAction> actionLeading(String from, String to) {
    Optional<OrderAction> found = Optional.empty();
    for (OrderAction action : OrderAction.values()) {
      boolean leads = leadsTo(from, action).filter(to::equals).isPresent();
      if (leads && (found.isEmpty() || found.get().by() == OrderAction.By.NOBODY)) {
        found = Optional.of(action);
      }
    }
    return found;
  }

  private Optional<String> leadsTo(String from, OrderAction action) {
    Optional<List<OrderAction>> steps = stepsTo(from, action);
    if (steps.isEmpty()) {
      return Optional.empty();
    }
    String state = from;
    for (OrderAction step : steps.get()) {
      state = table.after(state, step);
    }
    return Optional.of(state);
  }
}
