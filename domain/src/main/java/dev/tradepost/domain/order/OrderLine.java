package dev.tradepost.domain.order;

import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Quantities;
import java.util.Objects;
import java.util.Optional;

/**
 * One product of an order, with the name, SKU and price it had when the order was placed.
 *
 * @param unitPrice per piece, locked
 * @param total unit price times quantity, stored and never computed again
 */
public record OrderLine(
    ProductId productId,
    String name,
    Optional<String> sku,
    int quantity,
    Money unitPrice,
    Money total) {

  public OrderLine {
    Objects.requireNonNull(productId);
    Objects.requireNonNull(name);
    Objects.requireNonNull(sku);
    Quantities.requirePositive(quantity);
    unitPrice.requirePositive();
    total.requirePositive();
  }

  /** A line at this price; refuses a total past the range of the currency. */
  public static OrderLine of(
      ProductId productId, String name, Optional<String> sku, int quantity, Money unitPrice) {
    return new OrderLine(
        productId,
        name,
        sku,
        quantity,
        unitPrice,
        unitPrice.times(Quantities.requirePositive(quantity)));
  }
}
