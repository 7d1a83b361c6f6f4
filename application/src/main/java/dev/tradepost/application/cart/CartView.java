package dev.tradepost.application.cart;

import dev.tradepost.application.inventory.InventoryItem;
import dev.tradepost.domain.cart.Cart;
import dev.tradepost.domain.catalog.Product;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Rejection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A cart with today's names and prices. They are locked only when the cart is checked out.
 *
 * @param total the sum of the lines; nothing for an empty cart, one of several currencies, or a sum
 *     past the range
 */
public record CartView(Cart cart, List<Line> lines, Optional<Money> total) {

  /** A product in the cart and how much of it is available now. */
  public record Line(
      ProductId productId,
      String name,
      int quantity,
      Money unitPrice,
      Optional<Money> total,
      long available) {

    /** So many of this product, at its price of today. */
    public static Line of(InventoryItem item, int quantity) {
      Product product = item.product();
      return new Line(
          product.id(),
          product.name(),
          quantity,
          product.price(),
          representable(() -> product.price().times(quantity)),
          item.available());
    }
  }

  public static CartView of(Cart cart, List<Line> lines) {
    return new CartView(cart, List.copyOf(lines), sum(lines));
  }

  private static Optional<Money> sum(List<Line> lines) {
    return lines.stream().allMatch(line -> line.total().isPresent())
        ? representable(
            () -> lines.stream().map(line -> line.total().get()).reduce(Money::plus).orElse(null))
        : Optional.empty();
  }

  /** The amount; nothing where it is past the range or of two currencies. */
  private static Optional<Money> representable(Supplier<Money> amount) {
    try {
      return Optional.ofNullable(amount.get());
    } catch (Rejection rejection) {
      return Optional.empty();
    }
  }
}
