package dev.tradepost.domain.order;

import dev.tradepost.domain.shared.Aggregate;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Lifecycle;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.OrderNumber;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.Stamp;
import dev.tradepost.domain.shared.Text;
import dev.tradepost.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * An order of goods. Its lines and prices are locked when it is placed; afterwards it moves along
 * the lifecycle it was placed under and nothing else changes. Stock, payments and shipments are
 * kept by their own features, which point at the order by id.
 *
 * @param status a state of the lifecycle's table
 */
public record Order(
    OrderId id,
    OrderNumber number,
    UserId userId,
    OrderLifecycle lifecycle,
    String status,
    List<OrderLine> lines,
    Amounts amounts,
    MoneyState moneyState,
    Instant createdAt,
    Instant updatedAt,
    long version)
    implements Aggregate {

  /** The largest number of lines in one order. */
  public static final int MAX_LINES = 200;

  public Order {
    lines = List.copyOf(lines);
    if (!lifecycle.table().states().contains(status)) {
      throw new IllegalArgumentException(status + " is no state of " + lifecycle.name());
    }
  }

  /**
   * Places an order whose stock has been reserved. Where the lifecycle has a step for the
   * reservation, it is taken at once. Refuses no lines, too many, or two currencies.
   */
  public static Change<Order> place(
      OrderId id,
      OrderNumber number,
      UserId user,
      OrderLifecycle lifecycle,
      List<OrderLine> lines,
      Stamp stamp) {
    if (lines.isEmpty()) {
      throw new Rejection(OrderReason.ORDER_EMPTY, "an order needs one item or more").at("items");
    }
    if (lines.size() > MAX_LINES) {
      throw new Rejection(
              OrderReason.TOO_MANY_LINES, "an order has at most " + MAX_LINES + " products")
          .at("items");
    }
    String initial = lifecycle.table().initial();
    Amounts amounts = Amounts.of(lines);
    Instant now = stamp.at();
    Order order =
        new Order(
            id, number, user, lifecycle, initial, lines, amounts, MoneyState.PENDING, now, now, 1);
    OrderEvent created =
        new OrderEvent.Created(id, number, lifecycle.name(), initial, lines, amounts.total());
    Change<Order> placed = Change.of(order, created);
    return lifecycle.table().allowedIn(initial).contains(OrderAction.RESERVE)
        ? placed.then(it -> it.step(OrderAction.RESERVE, "Inventory reserved", stamp))
        : placed;
  }

  /** What can be asked of this order now. */
  public Set<OrderAction> allowedActions() {
    Set<OrderAction> allowed = EnumSet.noneOf(OrderAction.class);
    allowed.addAll(lifecycle.allowedIn(status));
    if (moneyState != MoneyState.PENDING) {
      allowed.remove(OrderAction.PAY);
    }
    return allowed;
  }

  /** The shop accepts the order. */
  public Change<Order> confirm(Stamp stamp) {
    return perform(OrderAction.CONFIRM, "Order confirmed", stamp);
  }

  /** Refuses unless the order can be paid now. */
  public void requirePayable() {
    requireUnpaid();
    requireAllowed(OrderAction.PAY);
  }

  private void requireUnpaid() {
    if (moneyState != MoneyState.PENDING) {
      throw new Rejection(OrderReason.ALREADY_PAID, "order " + number + " has been paid");
    }
  }

  /** The whole total was captured; confirms the order first where the lifecycle wants that. */
  public Change<Order> pay(Stamp stamp) {
    requirePayable();
    return perform(OrderAction.PAY, "Payment captured", stamp)
        .then(it -> it.withMoneyState(MoneyState.PAID, stamp));
  }

  /** The warehouses begin to pick. */
  public Change<Order> startFulfilment(Stamp stamp) {
    return perform(OrderAction.START_FULFILMENT, "Fulfillment started", stamp);
  }

  /** Everything has left; starts the fulfilment first where the lifecycle wants that. */
  public Change<Order> ship(Stamp stamp) {
    return perform(OrderAction.SHIP, "Order shipped", stamp);
  }

  /** Everything has arrived. */
  public Change<Order> deliver(Stamp stamp) {
    return perform(OrderAction.DELIVER, "Order delivered", stamp);
  }

  /**
   * Calls the order off.
   *
   * @param window how long after placing this caller may still cancel; empty for no limit
   */
  public Change<Order> cancel(String reason, Optional<Duration> window, Stamp stamp) {
    Text.require("reason", reason, 500);
    requireAllowed(OrderAction.CANCEL);
    if (window.isPresent() && stamp.at().isAfter(createdAt.plus(window.get()))) {
      throw new Rejection(
          OrderReason.CANCELLATION_WINDOW_CLOSED,
          "an order can be cancelled for " + inWords(window.get()) + " after placing");
    }
    Change<Order> cancelled = perform(OrderAction.CANCEL, reason, stamp);
    return moneyState == MoneyState.PAID || moneyState == MoneyState.PARTIALLY_REFUNDED
        ? cancelled.then(it -> it.withMoneyState(MoneyState.REFUND_PENDING, stamp))
        : cancelled;
  }

  /** Money was captured for an order that had been called off: it is on its way back at once. */
  public Change<Order> paidTooLate(Stamp stamp) {
    requireUnpaid();
    return withMoneyState(MoneyState.REFUND_PENDING, stamp);
  }

  /** Records how much of the captured money has been given back so far. */
  public Change<Order> moneyReturned(Money refundedInAll, Stamp stamp) {
    if (moneyState == MoneyState.PENDING) {
      throw new IllegalStateException("no money came in that could go back");
    }
    boolean all = refundedInAll.compareTo(amounts.total()) >= 0;
    return withMoneyState(all ? MoneyState.REFUNDED : MoneyState.PARTIALLY_REFUNDED, stamp);
  }

  private static String inWords(Duration window) {
    return window.toSeconds() % 60 == 0
        ? window.toMinutes() + " minutes"
        : window.toSeconds() + " seconds";
  }

  private List<OrderAction> requireAllowed(OrderAction action) {
    return lifecycle
        .stepsTo(status, action)
        .orElseThrow(() -> Lifecycle.refusal(status, action, allowedActions()));
  }

  private Change<Order> perform(OrderAction action, String reason, Stamp stamp) {
    List<OrderAction> steps = requireAllowed(action);
    Change<Order> change = step(steps.get(0), reason, stamp);
    return steps.size() == 1 ? change : change.then(it -> it.step(action, reason, stamp));
  }

  private Change<Order> step(OrderAction action, String reason, Stamp stamp) {
    String next = lifecycle.table().after(status, action);
    return Change.of(
        moved(next, moneyState, stamp),
        new OrderEvent.StateChanged(id, status, next, action, reason));
  }

  private Change<Order> withMoneyState(MoneyState newState, Stamp stamp) {
    return Change.of(moved(status, newState, stamp), new OrderEvent.MoneyMoved(id, newState));
  }

  private Order moved(String newStatus, MoneyState newMoneyState, Stamp stamp) {
    return new Order(
        id,
        number,
        userId,
        lifecycle,
        newStatus,
        lines,
        amounts,
        newMoneyState,
        createdAt,
        stamp.at(),
        version + 1);
  }

  @Override
  public String aggregateId() {
    return id.toString();
  }

  @Override
  public Optional<UserId> owner() {
    return Optional.of(userId);
  }
}
