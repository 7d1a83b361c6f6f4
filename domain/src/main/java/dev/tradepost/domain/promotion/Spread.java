package dev.tradepost.domain.promotion;

import dev.tradepost.domain.promotion.Discount.Line;
import dev.tradepost.domain.shared.Money;
import java.util.List;
import java.util.stream.IntStream;

/** Spreads a discount over lines in proportion to what they cost, to the last minor unit. */
final class Spread {

  private Spread() {}

  static Money sum(List<Line> lines) {
    return lines.stream().map(Line::total).reduce(Money::plus).orElseThrow();
  }

  /** So much, or as much as leaves one minor unit of each line; the parts add up to it exactly. */
  static List<Money> over(List<Line> lines, Money wanted) {
    List<Long> totals = lines.stream().map(line -> line.total().minor()).toList();
    List<Long> most = totals.stream().map(total -> total - 1).toList();
    Money limit = sum(lines).minus(new Money(lines.size(), wanted.currency()));
    Money off = wanted.compareTo(limit) < 0 ? wanted : limit;
    if (off.isZero()) {
      return lines.stream().map(line -> off).toList();
    }
    List<Money> parts = off.allocate(totals);
    boolean fits =
        IntStream.range(0, most.size()).allMatch(i -> parts.get(i).minor() <= most.get(i));
    return fits ? parts : off.allocate(most);
  }
}
