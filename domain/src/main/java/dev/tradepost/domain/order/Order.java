package dev.tradepost.domain.order;

import dev.tradepost.domain.shared.Aggregate;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Lifecycle;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.OrderNumber;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.Stamp;
import dev.tradepost.domain.shared.Text;
import dev.tradepost.domain.shared.UserId;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An order of goods. Its prices are locked when it is placed; afterwards it moves along the
 * lifecycle it was placed under, and pieces of it are called off or come back. Stock, payments and
 * shipments are kept by their own features, which point at the order by id.
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
    Terms terms,
    Instant createdAt,
    Instant updatedAt,
    long version)
    implements Aggregate {

  private static final String RESERVED = "Inventory reserved";

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
    OrderLines.require(lines);
    return place(
        id, number, user, lifecycle, lines, Amounts.of(lines), Terms.NONE, RESERVED, stamp);
  }

  /**
   * The same with discounts, taxes, shipping and addresses.
   *
   * @param amounts those of the lines, and shipping
   * @param reserved what the timeline says of the reservation
   */
  public static Change<Order> place(
      OrderId id,
      OrderNumber number,
      UserId user,
      OrderLifecycle lifecycle,
      List<OrderLine> lines,
      Amounts amounts,
      Terms terms,
      String reserved,
      Stamp stamp) {
    OrderLines.require(lines);
    String initial = lifecycle.table().initial();
    Instant now = stamp.at();
    Order order =
        new Order(
            id,
            number,
            user,
            lifecycle,
            initial,
            lines,
            amounts,
            MoneyState.PENDING,
            terms,
            now,
            now,
            1);
    OrderEvent created =
        new OrderEvent.Created(id, number, lifecycle.name(), initial, lines, amounts.total());
    Change<Order> placed = Change.of(order, created);
    return lifecycle.table().allowedIn(initial).contains(OrderAction.RESERVE)
        ? placed.then(it -> it.step(OrderAction.RESERVE, reserved, stamp))
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
    requireCancellable(reason, window, stamp);
    Change<Order> cancelled = perform(OrderAction.CANCEL, reason, stamp);
    return moneyState == MoneyState.PAID || moneyState == MoneyState.PARTIALLY_REFUNDED
        ? cancelled.then(it -> it.withMoneyState(MoneyState.REFUND_PENDING, stamp))
        : cancelled;
  }

  /**
   * Calls some pieces off, as long as the order as a whole could be.
   *
   * @param pieces per product; less than all that is kept of the order
   */
  public Change<Order> cancelItems(
      Map<ProductId, Integer> pieces, String reason, Optional<Duration> window, Stamp stamp) {
    requireCancellable(reason, window, stamp);
    Money value = valueOf(pieces);
    List<OrderLine> after = OrderLines.changed(lines, pieces, OrderLine::cancel);
    if (after.stream().allMatch(line -> line.cancelled() == line.quantity())) {
      throw new IllegalArgumentException("nothing would be left of order " + number);
    }
    Order less = with(status, after, amounts.cancel(value), moneyState, stamp);
    return Change.of(less, new OrderEvent.ItemsCancelled(id, pieces, value, status, reason));
  }

  /** Some pieces that had arrived came back and are repaid. */
  public Change<Order> takeBack(Map<ProductId, Integer> pieces, Stamp stamp) {
    Money value = valueOf(pieces);
    List<OrderLine> after = OrderLines.changed(lines, pieces, OrderLine::takeBack);
    Order less = with(status, after, amounts, moneyState, stamp);
    return Change.of(less, new OrderEvent.ItemsReturned(id, pieces, value));
  }

  /**
   * What these pieces cost, after discount and with tax; with the last ones that are kept, shipping
   * comes back too. Refuses more than are kept.
   */
  public Money valueOf(Map<ProductId, Integer> pieces) {
    Money value = OrderLines.valueOf(lines, pieces);
    boolean last = !pieces.isEmpty() && keptWithout(pieces) == 0;
    return last ? value.plus(amounts.shipping()) : value;
  }

  /** How many pieces would be kept if these were gone. */
  public long keptWithout(Map<ProductId, Integer> pieces) {
    return OrderLines.keptWithout(lines, pieces);
  }

  /** The promise of stock ran out before the order was paid. */
  public Change<Order> expire(Stamp stamp) {
    return perform(OrderAction.EXPIRE, "Inventory reservation expired", stamp);
  }

  /** A return of everything that arrived came so far; nothing where no status shows that. */
  public Optional<Change<Order>> follow(OrderAction action, String reason, Stamp stamp) {
    return lifecycle.table().next(status, action).map(next -> step(action, reason, stamp));
  }

  private void requireCancellable(String reason, Optional<Duration> window, Stamp stamp) {
    Text.require("reason", reason, 500);
    requireAllowed(OrderAction.CANCEL);
    CancellationWindow.requireOpen(createdAt, window, stamp.at());
  }

  /** Money was captured for an order that had been called off: it is on its way back at once. */
  public Change<Order> paidTooLate(Stamp stamp) {
    requireUnpaid();
    return withMoneyState(MoneyState.REFUND_PENDING, stamp);
  }

  /** Records how much of the captured money has been given back so far. */
  public Change<Order> moneyReturned(Money refundedInAll, Money captured, Stamp stamp) {
    if (moneyState == MoneyState.PENDING) {
      throw new IllegalStateException("no money came in that could go back");
    }
    boolean all = refundedInAll.compareTo(captured) >= 0;
    return withMoneyState(all ? MoneyState.REFUNDED : MoneyState.PARTIALLY_REFUNDED, stamp);
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
        with(next, lines, amounts, moneyState, stamp),
        new OrderEvent.StateChanged(id, status, next, action, reason));
  }

  private Change<Order> withMoneyState(MoneyState newState, Stamp stamp) {
    return Change.of(
        with(status, lines, amounts, newState, stamp), new OrderEvent.MoneyMoved(id, newState));
  }

  private Order with(
      String newStatus,
      List<OrderLine> newLines,
      Amounts newAmounts,
      MoneyState newMoneyState,
      Stamp stamp) {
    return new Order(
        id,
        number,
        userId,
        lifecycle,
        newStatus,
        newLines,
        newAmounts,
        newMoneyState,
        terms,
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
