package dev.tradepost.domain.order;

import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Rejection;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** What is asked of all lines of an order together. */
final class OrderLines {
  static final int MAX = 200;

  private OrderLines() {}

  /** Refuses none and too many. */
  static void require(List<OrderLine> lines) {
    if (lines.isEmpty()) {
      throw new Rejection(OrderReason.ORDER_EMPTY, "an order needs one item or more").at("items");
    }
    if (lines.size() > MAX) {
      throw new Rejection(OrderReason.TOO_MANY_LINES, "an order has at most " + MAX + " products")
          .at("items");
    }
  }

  /** What these pieces cost; refuses more than are kept and products that were not ordered. */
  static Money valueOf(List<OrderLine> lines, Map<ProductId, Integer> pieces) {
    Money value = Money.zero(lines.get(0).total().currency());
    for (Map.Entry<ProductId, Integer> some : pieces.entrySet()) {
      value = value.plus(line(lines, some.getKey()).valueOf(some.getValue()));
    }
    return value;
  }

  private static OrderLine line(List<OrderLine> lines, ProductId product) {
    return lines.stream()
        .filter(line -> line.productId().equals(product))
        .findFirst()
        .orElseThrow(
            () ->
                new Rejection(
                    OrderReason.NOT_ORDERED, "product " + product + " is not in this order"));
  }

  static long keptWithout(List<OrderLine> lines, Map<ProductId, Integer> pieces) {
    return lines.stream()
        .mapToLong(line -> (long) line.kept() - pieces.getOrDefault(line.productId(), 0))
        .sum();
  }

  static List<OrderLine> changed(
      List<OrderLine> lines,
      Map<ProductId, Integer> pieces,
      BiFunction<OrderLine, Integer, OrderLine> verb) {
    return lines.stream()
        .map(
            line ->
                pieces.containsKey(line.productId())
                    ? verb.apply(line, pieces.get(line.productId()))
                    : line)
        .toList();
  }
}
