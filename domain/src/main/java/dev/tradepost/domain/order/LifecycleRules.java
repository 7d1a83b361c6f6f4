package dev.tradepost.domain.order;

import dev.tradepost.domain.shared.Lifecycle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What must hold of every table of goods orders, so that no order is stuck, ships what it should
 * not, or keeps money for good. Each broken rule is a sentence with its cure. It judges the table
 * alone; what the actions do to stock and money is the same under every table.
 */
final class LifecycleRules {
  private static final int MAX_NAME = 32;
  private static final String NAME = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
  private static final String STATE = "[A-Z][A-Z0-9]*(_[A-Z0-9]+)*";

  private static final Set<OrderAction> CLOSING =
      EnumSet.of(
          OrderAction.DELIVER,
          OrderAction.CANCEL,
          OrderAction.EXPIRE,
          OrderAction.REJECT_RETURN,
          OrderAction.REFUND);

  /** What needs goods that are still in the house; shipped ones come back by a return. */
  private static final Set<OrderAction> BEFORE_SHIPPING =
      EnumSet.of(OrderAction.PAY, OrderAction.SHIP, OrderAction.CANCEL, OrderAction.EXPIRE);

  private final Lifecycle<String, OrderAction> table;
  private final List<String> broken = new ArrayList<>();

  private LifecycleRules(Lifecycle<String, OrderAction> table) {
    this.table = table;
  }

  /** What is wrong with the names; nothing when all are well-formed. */
  static List<String> badNames(String lifecycle, Collection<String> states) {
    List<String> bad = new ArrayList<>();
    if (!isA(NAME, lifecycle)) {
      bad.add(
          "the name is not lower-case kebab of at most 32 characters:"
              + " give it one such as pre-order");
    }
    for (String state : new LinkedHashSet<>(states)) {
      if (!isA(STATE, state)) {
        bad.add(
            "the state '%s' is not UPPER_SNAKE of at most 32 characters: write it such as PICKED_UP"
                .formatted(state));
      }
    }
    return bad;
  }

  private static boolean isA(String pattern, String name) {
    return name.length() <= MAX_NAME && name.matches(pattern);
  }

  /** What is wrong with the moves; nothing when the table is sound. */
  static List<String> badMoves(Lifecycle<String, OrderAction> table, boolean paymentRequired) {
    LifecycleRules rules = new LifecycleRules(table);
    if (paymentRequired) {
      rules.paidBeforeShipping();
    }
    rules.endsSomewhere();
    rules.reservedWhenPlaced();
    rules.shippedBeforeArriving();
    table.forEachEdge(
        (from, action, to) -> {
          rules.leadsOn(action, to);
          if (action == OrderAction.PAY) {
            rules.paidOnceWithAWayBack(from, to);
          }
          if (action == OrderAction.SHIP) {
            rules.leavesTheHouseOnce(from, to);
          }
          if (action == OrderAction.DELIVER) {
            rules.arrivesOnce(from, to);
          }
        });
    return rules.broken;
  }

  private void paidBeforeShipping() {
    refuse(
        "can ship unpaid from ",
        thatAllow(table.reachableWithout(table.initial(), OrderAction.PAY), OrderAction.SHIP),
        ": let PAY come before, or set paymentRequired to false");
  }

  private void endsSomewhere() {
    refuse(
        "never ends from ",
        those(table.states(), state -> !ends(table.reachableFrom(state))),
        ": add a way to a state that nothing leaves");
    if (isDeadEnd(table.initial())) {
      broken.add("starts in a dead end: add what can be done in " + table.initial());
    }
  }

  private void leadsOn(OrderAction action, String to) {
    if (!CLOSING.contains(action) && isDeadEnd(to)) {
      broken.add(
          "%s leads to the dead end %s: add what can be done there, or end with one of %s"
              .formatted(action, to, CLOSING));
    }
  }

  private void reservedWhenPlaced() {
    Set<String> later = new LinkedHashSet<>(table.states());
    later.remove(table.initial());
    refuse(
        "RESERVE would never be done in ",
        thatAllow(later, OrderAction.RESERVE),
        ": it is done when an order is placed, so allow it in " + table.initial() + " alone");
  }

  private void paidOnceWithAWayBack(String from, String paid) {
    Set<String> after = table.reachableFrom(paid);
    if (thatAllow(after, OrderAction.CANCEL).isEmpty()
        && thatAllow(after, OrderAction.REFUND).isEmpty()) {
      broken.add(
          "takes money in %s with no CANCEL or REFUND after it: add one after %s"
              .formatted(from, paid));
    }
    if (ends(after) && !ends(table.reachableWithout(paid, OrderAction.PAY))) {
      broken.add(
          "is stuck after PAY in %s: it is paid once, so lead on from %s by something else"
              .formatted(from, paid));
    }
  }

  private void leavesTheHouseOnce(String from, String shipped) {
    for (OrderAction action : BEFORE_SHIPPING) {
      refuse(
          "after SHIP in " + from + " the goods are gone, yet " + action + " is allowed in ",
          thatAllow(table.reachableFrom(shipped), action),
          ": take it out there");
    }
  }

  private void shippedBeforeArriving() {
    refuse(
        "can deliver what was not shipped from ",
        thatAllow(table.reachableWithout(table.initial(), OrderAction.SHIP), OrderAction.DELIVER),
        ": let SHIP come before");
  }

  private void arrivesOnce(String from, String delivered) {
    refuse(
        "after DELIVER in " + from + " the goods are there, yet DELIVER is allowed in ",
        thatAllow(table.reachableFrom(delivered), OrderAction.DELIVER),
        ": take it out there");
  }

  private boolean isDeadEnd(String state) {
    return table.allowedIn(state).isEmpty();
  }

  private boolean ends(Set<String> states) {
    return states.stream().anyMatch(this::isDeadEnd);
  }

  private Set<String> thatAllow(Set<String> states, OrderAction action) {
    return those(states, state -> table.allowedIn(state).contains(action));
  }

  private static Set<String> those(Set<String> states, Predicate<String> which) {
    return states.stream().filter(which).collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** One sentence for all states that break a rule together. */
  private void refuse(String before, Set<String> states, String after) {
    if (!states.isEmpty()) {
      broken.add(before + String.join(", ", states) + after);
    }
  }
}
