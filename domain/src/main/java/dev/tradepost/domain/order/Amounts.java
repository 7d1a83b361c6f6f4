package dev.tradepost.domain.order;

import dev.tradepost.domain.shared.Money;
import java.util.List;

/**
 * What an order costs and why: the lines, less the discount, plus tax and shipping.
 *
 * @param items the sum of the line totals
 */
public record Amounts(Money items, Money discount, Money tax, Money shipping) {

  public Amounts {
    if (items.minus(discount).plus(tax).plus(shipping).isNegative()) {
      throw new IllegalArgumentException("an order cannot cost less than nothing");
    }
  }

  /** The sum of the lines and nothing else; refuses lines of two currencies. */
  public static Amounts of(List<OrderLine> lines) {
    Money zero = Money.zero(lines.get(0).total().currency());
    Money items = lines.stream().map(OrderLine::total).reduce(zero, Money::plus);
    return new Amounts(items, zero, zero, zero);
  }

  /** What the customer pays. */
  public Money total() {
    return items.minus(discount).plus(tax).plus(shipping);
  }
}
