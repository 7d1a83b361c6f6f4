package dev.tradepost.domain.order;

import dev.tradepost.domain.shared.Lifecycle;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A lifecycle of goods orders: a table whose states are the shop's names and whose actions are the
 * domain's verbs. It is refused at construction when goods could be shipped unpaid though payment
 * is required, when money could be taken with no way back, or when an order could end up stuck.
 *
 * @param paymentRequired whether an order must be paid before it ships
 */
public record OrderLifecycle(Lifecycle<String, OrderAction> table, boolean paymentRequired) {

  private static final Set<OrderAction> CLOSING =
      EnumSet.of(
          OrderAction.DELIVER,
          OrderAction.CANCEL,
          OrderAction.EXPIRE,
          OrderAction.REJECT_RETURN,
          OrderAction.REFUND);

  public OrderLifecycle {
    if (paymentRequired) {
      Set<String> unpaid = table.reachableWithout(table.initial(), OrderAction.PAY);
      for (String state : unpaid) {
        require(
            table,
            !table.allowedIn(state).contains(OrderAction.SHIP),
            "can ship unpaid from " + state);
      }
    }
    for (String state : table.states()) {
      require(
          table,
          table.reachableFrom(state).stream().anyMatch(it -> table.allowedIn(it).isEmpty()),
          "never ends from " + state);
    }
    require(table, !table.allowedIn(table.initial()).isEmpty(), "starts in a dead end");
    table.forEachEdge(
        (from, action, to) -> {
          require(
              table,
              action != OrderAction.PAY || hasWayBack(table, to),
              "takes money in " + from + " with no CANCEL or REFUND after it");
          require(
              table,
              CLOSING.contains(action) || !table.allowedIn(to).isEmpty(),
              action + " leads to the dead end " + to);
        });
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

  private static boolean hasWayBack(Lifecycle<String, OrderAction> table, String paid) {
    return table.reachableFrom(paid).stream()
        .map(table::allowedIn)
        .anyMatch(
            allowed ->
                allowed.contains(OrderAction.CANCEL) || allowed.contains(OrderAction.REFUND));
  }

  private static void require(Lifecycle<String, OrderAction> table, boolean holds, String why) {
    if (!holds) {
      throw new IllegalArgumentException("lifecycle " + table.name() + ": " + why);
    }
  }
}
