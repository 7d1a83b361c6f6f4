package dev.tradepost.domain.order;

import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Quantities;
import dev.tradepost.domain.shared.Rejection;
import java.math.BigInteger;
import java.util.Objects;
import java.util.Optional;

/**
 * One product of an order, with the name, SKU and price it had when the order was placed. What was
 * paid for it is spread over its pieces without losing a cent, so that giving them back in any
 * order and in any parts gives back exactly that.
 *
 * @param quantity how many pieces were ordered
 * @param unitPrice per piece, locked
 * @param total unit price times quantity, stored and never computed again
 * @param discount this line's share of the order's discount
 * @param tax this line's tax
 * @param cancelled how many pieces were called off
 * @param returned how many pieces came back and were repaid
 */
public record OrderLine(
    ProductId productId,
    String name,
    Optional<String> sku,
    int quantity,
    Money unitPrice,
    Money total,
    Money discount,
    Money tax,
    int cancelled,
    int returned) {

  public OrderLine {
    Objects.requireNonNull(productId);
    Objects.requireNonNull(name);
    Objects.requireNonNull(sku);
    Quantities.requirePositive(quantity);
    unitPrice.requirePositive();
    total.requirePositive();
    if (discount.isNegative() || discount.compareTo(total) > 0 || tax.isNegative()) {
      throw new IllegalArgumentException(discount + " off " + total + ", tax " + tax);
    }
    if (cancelled < 0 || returned < 0 || (long) cancelled + returned > quantity) {
      throw new IllegalArgumentException(
          cancelled + " cancelled and " + returned + " returned of " + quantity);
    }
  }

  /** A line at this price; refuses a total past the range of the currency. */
  public static OrderLine of(
      ProductId productId, String name, Optional<String> sku, int quantity, Money unitPrice) {
    Money nothing = Money.zero(unitPrice.currency());
    return new OrderLine(
        productId,
        name,
        sku,
        quantity,
        unitPrice,
        unitPrice.times(Quantities.requirePositive(quantity)),
        nothing,
        nothing,
        0,
        0);
  }

  /** The same with its share of the discount, and its tax. */
  public OrderLine priced(Money newDiscount, Money newTax) {
    return new OrderLine(
        productId, name, sku, quantity, unitPrice, total, newDiscount, newTax, cancelled, returned);
  }

  /** What the pieces cost after the discount and with tax. */
  public Money net() {
    return total.minus(discount).plus(tax);
  }

  /** How many pieces were neither called off nor returned. */
  public int kept() {
    return quantity - cancelled - returned;
  }

  /** What so many of the kept pieces cost; refuses more than are kept. */
  public Money valueOf(int pieces) {
    requireKept(pieces);
    int gone = quantity - kept();
    return share(gone + pieces).minus(share(gone));
  }

  OrderLine cancel(int pieces) {
    requireKept(pieces);
    return withGone(cancelled + pieces, returned);
  }

  OrderLine takeBack(int pieces) {
    requireKept(pieces);
    return withGone(cancelled, returned + pieces);
  }

  private void requireKept(int pieces) {
    if (Quantities.requirePositive(pieces) > kept()) {
      throw new Rejection(
          OrderReason.NOT_SO_MANY_KEPT,
          kept() + " of product " + productId + " are left of this order, not " + pieces);
    }
  }

  /** What the first so many pieces cost together, rounded down; all of them cost the whole. */
  private Money share(int pieces) {
    BigInteger part =
        BigInteger.valueOf(net().minor())
            .multiply(BigInteger.valueOf(pieces))
            .divide(BigInteger.valueOf(quantity));
    return new Money(part.longValueExact(), total.currency());
  }

  private OrderLine withGone(int newCancelled, int newReturned) {
    return new OrderLine(
        productId, name, sku, quantity, unitPrice, total, discount, tax, newCancelled, newReturned);
  }
}
