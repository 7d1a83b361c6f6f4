package dev.tradepost.application.cart;

import dev.tradepost.application.inventory.InventoryItem;
import dev.tradepost.domain.cart.Cart;
import dev.tradepost.domain.catalog.Product;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.ProductId;
import java.util.List;
import java.util.Optional;

/**
 * A cart with today's names and prices. They are locked only when the cart is checked out.
 *
 * @param total the sum of the lines; nothing for an empty cart or one of several currencies
 */
public record CartView(Cart cart, List<Line> lines, Optional<Money> total) {

  /** A product in the cart and how much of it is available now. */
  public record Line(
      ProductId productId,
      String name,
      int quantity,
      Money unitPrice,
      Money total,
      long available) {

    /** So many of this product, at its price of today. */
    public static Line of(InventoryItem item, int quantity) {
      Product product = item.product();
      return new Line(
          product.id(),
          product.name(),
          quantity,
          product.price(),
          product.price().times(quantity),
          item.available());
    }
  }

  public static CartView of(Cart cart, List<Line> lines) {
    boolean oneCurrency =
        lines.stream().map(line -> line.total().currency()).distinct().count() == 1;
    return new CartView(
        cart,
        List.copyOf(lines),
        oneCurrency ? lines.stream().map(Line::total).reduce(Money::plus) : Optional.empty());
  }
}
