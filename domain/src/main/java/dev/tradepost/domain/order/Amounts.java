package dev.tradepost.domain.order;

import dev.tradepost.domain.shared.Money;
import java.util.List;
import java.util.function.Function;

/**
 * What an order costs and why: the lines, less the discount, plus tax and shipping, less what was
 * called off.
 *
 * @param items the sum of the line totals
 * @param cancelled what the pieces that were called off had cost
 */
public record Amounts(Money items, Money discount, Money tax, Money shipping, Money cancelled) {

  public Amounts {
    if (items.minus(discount).plus(tax).plus(shipping).minus(cancelled).isNegative()) {
      throw new IllegalArgumentException("an order cannot cost less than nothing");
    }
  }

  /** The sums of the lines and nothing else; refuses lines of two currencies. */
  public static Amounts of(List<OrderLine> lines) {
    return of(lines, Money.zero(lines.get(0).total().currency()));
  }

  /** The sums of the lines, and shipping. */
  public static Amounts of(List<OrderLine> lines, Money shipping) {
    return new Amounts(
        sum(lines, OrderLine::total),
        sum(lines, OrderLine::discount),
        sum(lines, OrderLine::tax),
        shipping,
        Money.zero(shipping.currency()));
  }

  private static Money sum(List<OrderLine> lines, Function<OrderLine, Money> part) {
    return lines.stream()
        .map(part)
        .reduce(Money.zero(lines.get(0).total().currency()), Money::plus);
  }

  /** What the customer pays. */
  public Money total() {
    return items.minus(discount).plus(tax).plus(shipping).minus(cancelled);
  }

  Amounts cancel(Money more) {
    return new Amounts(items, discount, tax, shipping, cancelled.plus(more));
  }
}
