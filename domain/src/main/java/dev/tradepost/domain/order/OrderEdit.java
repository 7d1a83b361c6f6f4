package dev.tradepost.domain.order;

import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Lifecycle;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.Stamp;
import dev.tradepost.domain.shared.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is wished of an order before it is sent: how many pieces of its products are wanted, and
 * other addresses; what is not named stays as it is. It adds no product, leaves no order empty, and
 * makes no order that has been paid larger.
 *
 * @param quantities how many pieces are wanted, 0 for none, of products of the order
 */
public record OrderEdit(
    Map<ProductId, Integer> quantities,
    Optional<Address> shippingAddress,
    Optional<Address> billingAddress,
    String reason) {

  public OrderEdit {
    quantities = Collections.unmodifiableMap(new LinkedHashMap<>(quantities));
    Text.require("reason", reason, 500);
  }

  /**
   * Refuses where the order stands too late in its lifecycle, where nothing would be left, where a
   * paid order would grow, and, if pieces are given up, where it is too late for this caller.
   *
   * @param window how long after placing this caller may still give pieces up; empty for no limit
   */
  public void requireAllowed(Order order, Optional<Duration> window, Stamp stamp) {
    if (order.lifecycle().stepsTo(order.status(), OrderAction.CANCEL).isEmpty()) {
      throw Lifecycle.refusal(order.status(), "an edit", order.allowedActions());
    }
    if (order.lines().stream().allMatch(line -> wanted(line) == 0)) {
      throw new Rejection(
              OrderReason.ORDER_EMPTY, "nothing would be left, cancel the order instead")
          .at("items");
    }
    if (isPaid(order) && !more(order).isEmpty()) {
      throw new Rejection(
              OrderReason.EDIT_ADDS_TO_PAID_ORDER,
              "order " + order.number() + " has been paid, place a second order")
          .at("items");
    }
    if (!fewer(order).isEmpty()) {
      CancellationWindow.requireOpen(order.createdAt(), window, stamp.at());
    }
  }

  private static boolean isPaid(Order order) {
    return order.moneyState() != MoneyState.PENDING;
  }

  private int wanted(OrderLine line) {
    return quantities.getOrDefault(line.productId(), line.kept());
  }

  /** The pieces that are wanted beyond those the order has. */
  public Map<ProductId, Integer> more(Order order) {
    return differences(order, 1);
  }

  /** The pieces that are given up. */
  public Map<ProductId, Integer> fewer(Order order) {
    return differences(order, -1);
  }

  private Map<ProductId, Integer> differences(Order order, int sign) {
    Map<ProductId, Integer> some = new LinkedHashMap<>();
    for (OrderLine line : order.lines()) {
      int difference = sign * (wanted(line) - line.kept());
      if (difference > 0) {
        some.put(line.productId(), difference);
      }
    }
    return some;
  }

  /** The order's terms with the new addresses; its coupon stays. */
  public Terms terms(Order order) {
    Terms old = order.terms();
    return new Terms(
        shippingAddress.or(old::shippingAddress),
        billingAddress.or(old::billingAddress),
        old.coupon(),
        old.tax());
  }

  /** Whether what the order costs depends on this edit: pieces, or where they go. */
  public boolean changesPrice(Order order) {
    return !more(order).isEmpty() || !fewer(order).isEmpty() || movesGoods(order);
  }

  /** Whether the goods go somewhere else. */
  public boolean movesGoods(Order order) {
    return !terms(order).shippingAddress().equals(order.terms().shippingAddress());
  }

  /** Whether the order would be another. */
  public boolean changes(Order order) {
    return changesPrice(order) || !terms(order).equals(order.terms());
  }

  /**
   * The lines of the order with the pieces that are wanted, at the prices agreed, before discount
   * and tax. What was called off earlier is no part of them.
   */
  public List<OrderLine> lines(Order order) {
    return order.lines().stream()
        .filter(line -> wanted(line) > 0)
        .map(
            line ->
                OrderLine.of(
                    line.productId(), line.name(), line.sku(), wanted(line), line.unitPrice()))
        .toList();
  }

  /** An order that nothing was paid for costs this instead. */
  public Change<Order> reprice(
      Order order, List<OrderLine> lines, Amounts amounts, Terms terms, Stamp stamp) {
    if (isPaid(order)) {
      throw new IllegalStateException("order " + order.number() + " has been paid");
    }
    OrderLines.require(lines);
    return changed(order, order, lines, amounts, terms, stamp);
  }

  /**
   * The order goes elsewhere at the same price; the last step of an edit.
   *
   * @param before the order as it was when the edit began
   * @param now the same after what the edit has done to it so far
   */
  public Change<Order> readdress(Order before, Order now, Terms terms, Stamp stamp) {
    return changed(before, now, now.lines(), now.amounts(), terms, stamp);
  }

  private Change<Order> changed(
      Order before, Order now, List<OrderLine> lines, Amounts amounts, Terms terms, Stamp stamp) {
    Order after =
        new Order(
            now.id(),
            now.number(),
            now.userId(),
            now.lifecycle(),
            now.status(),
            lines,
            amounts,
            now.moneyState(),
            terms,
            now.createdAt(),
            stamp.at(),
            now.version() + 1);
    return Change.of(
        after,
        new OrderEvent.Edited(
            now.id(),
            quantities(before),
            movesGoods(before),
            !terms.billingAddress().equals(before.terms().billingAddress()),
            before.amounts().total(),
            amounts.total(),
            now.status(),
            reason));
  }

  private List<OrderEvent.Quantity> quantities(Order before) {
    List<OrderEvent.Quantity> changed = new ArrayList<>();
    for (OrderLine line : before.lines()) {
      if (wanted(line) != line.kept()) {
        changed.add(new OrderEvent.Quantity(line.productId(), line.kept(), wanted(line)));
      }
    }
    return changed;
  }
}
