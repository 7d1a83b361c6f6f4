package dev.tradepost.domain.promotion;

import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.Rejection;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What a promotion takes off the lines of an order. It leaves at least one minor unit of each line,
 * so that whatever is kept of an order costs something and can be paid.
 */
public sealed interface Discount {

  /** What it takes off each of these lines, in their order; nothing where they are too few. */
  List<Money> off(List<Line> lines);

  /**
   * A line of an order before the discount.
   *
   * @param total unit price times quantity
   */
  record Line(int quantity, Money unitPrice, Money total) {}

  /**
   * A part of the sum of the lines, rounded half up.
   *
   * @param percent above 0, at most 100, with at most two decimals
   */
  record PercentOff(BigDecimal percent) implements Discount {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public PercentOff {
      if (percent.signum() <= 0
          || percent.compareTo(HUNDRED) > 0
          || percent.stripTrailingZeros().scale() > 2) {
        throw new Rejection(
                PromotionReason.PROMOTION_NOT_SOUND,
                "percentOff is above 0, at most 100, and has at most two decimals")
            .at("percentOff");
      }
      percent = percent.setScale(2).stripTrailingZeros();
      percent = percent.setScale(Math.max(percent.scale(), 0));
    }

    @Override
    public List<Money> off(List<Line> lines) {
      Money sum = Spread.sum(lines);
      BigDecimal part = BigDecimal.valueOf(sum.minor()).multiply(percent).movePointLeft(2);
      long minor = part.setScale(0, RoundingMode.HALF_UP).longValueExact();
      return Spread.over(lines, new Money(minor, sum.currency()));
    }

    @Override
    public String toString() {
      return percent.toPlainString() + " % off";
    }
  }

  /** A fixed amount off the sum of the lines. */
  record AmountOff(Money amount) implements Discount {

    public AmountOff {
      if (!amount.isPositive()) {
        throw new Rejection(PromotionReason.PROMOTION_NOT_SOUND, "amountOff is above 0")
            .at("amountOff");
      }
    }

    @Override
    public List<Money> off(List<Line> lines) {
      return Spread.over(lines, amount);
    }

    @Override
    public String toString() {
      return amount + " off";
    }
  }

  /** Of each product, for every so many pieces that are bought, further ones of it are free. */
  record BuyGet(int buy, int get) implements Discount {
    private static final int MAX = 1_000;

    public BuyGet {
      if (buy < 1 || get < 1 || buy > MAX || get > MAX) {
        throw new Rejection(
                PromotionReason.PROMOTION_NOT_SOUND, "buyX and getY are from 1 to " + MAX)
            .at(buy < 1 || buy > MAX ? "buyX" : "getY");
      }
    }

    @Override
    public List<Money> off(List<Line> lines) {
      return lines.stream().map(line -> line.unitPrice.times(free(line.quantity))).toList();
    }

    /** Whole rounds first; in the last one the pieces to be bought come first. */
    private int free(int quantity) {
      int round = buy + get;
      return quantity / round * get + Math.max(quantity % round - buy, 0);
    }

    @Override
    public String toString() {
      return "buy " + buy + ", get " + get;
    }
  }
}
