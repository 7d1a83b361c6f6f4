package dev.tradepost.domain.order;

import dev.tradepost.domain.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/**
 * How an order is taxed: what its goods cost after the discount, never its shipping. It is kept
 * with the order, because the shop's rates change.
 *
 * @param percent the rate, 0 to 100, with at most four decimals
 * @param level where is rounded
 * @param rounding half up or half even
 */
public record TaxRule(BigDecimal percent, Level level, RoundingMode rounding) {
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
  private static final int DECIMALS = 4;

  /** No tax. */
  public static final TaxRule NONE = new TaxRule(BigDecimal.ZERO, Level.LINE, RoundingMode.HALF_UP);

  /** Where a tax is rounded. */
  public enum Level {
    /** On each line; the order's tax is the sum. */
    LINE,
    /** On the order; the lines share it by largest remainder. */
    TOTAL
  }

  public TaxRule {
    percent = requireRate(percent);
    if (rounding != RoundingMode.HALF_UP && rounding != RoundingMode.HALF_EVEN) {
      throw new IllegalArgumentException(rounding + " is none of HALF_UP, HALF_EVEN");
    }
  }

  /** The rate without needless zeros; refuses what is no rate. */
  static BigDecimal requireRate(BigDecimal percent) {
    BigDecimal plain = percent.stripTrailingZeros();
    if (plain.signum() < 0 || plain.compareTo(HUNDRED) > 0 || plain.scale() > DECIMALS) {
      throw new IllegalArgumentException(
          percent.toPlainString() + " is no tax rate: 0 to 100, with at most 4 decimals");
    }
    return plain.setScale(Math.max(plain.scale(), 0));
  }

  /** The same lines with the tax on what they cost after their discounts. */
  public List<OrderLine> on(List<OrderLine> lines) {
    List<Money> costs = lines.stream().map(line -> line.total().minus(line.discount())).toList();
    List<Money> taxes = taxes(costs);
    List<OrderLine> taxed = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      taxed.add(lines.get(i).priced(lines.get(i).discount(), taxes.get(i)));
    }
    return taxed;
  }

  private List<Money> taxes(List<Money> costs) {
    Money sum = costs.stream().reduce(Money::plus).orElseThrow();
    return level == Level.LINE || sum.isZero()
        ? costs.stream().map(this::tax).toList()
        : tax(sum).allocate(costs.stream().map(Money::minor).toList());
  }

  private Money tax(Money cost) {
    BigDecimal exact = BigDecimal.valueOf(cost.minor()).multiply(percent).movePointLeft(2);
    return new Money(exact.setScale(0, rounding).longValueExact(), cost.currency());
  }
}
