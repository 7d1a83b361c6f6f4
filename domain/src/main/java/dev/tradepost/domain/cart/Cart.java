package dev.tradepost.domain.cart;

import dev.tradepost.domain.shared.Aggregate;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Quantities;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.Stamp;
import dev.tradepost.domain.shared.UserId;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a user means to buy: pieces per product, in the order they were added. It reserves nothing
 * and locks no price.
 */
public record Cart(UserId userId, Map<ProductId, Integer> items, Instant updatedAt, long version)
    implements Aggregate {

  /** The largest number of different products in one cart. */
  public static final int MAX_LINES = 200;

  public Cart {
    items = Collections.unmodifiableMap(new LinkedHashMap<>(items));
  }

  /** The cart of a user who never had one. */
  public static Cart empty(UserId user, Instant now) {
    return new Cart(user, Map.of(), now, 0);
  }

  public int quantityOf(ProductId product) {
    return items.getOrDefault(product, 0);
  }

  /** Adds to what is there; refuses when the sum is more than is available. */
  public Change<Cart> add(ProductId product, int quantity, long available, Stamp stamp) {
    Quantities.requirePositive(quantity);
    long sum = (long) quantityOf(product) + quantity;
    if (sum > Math.min(available, Integer.MAX_VALUE)) {
      throw Quantities.insufficient(product, sum, available);
    }
    return put(product, (int) sum, stamp);
  }

  /** Sets the quantity of a product that is in the cart; refuses more than is available. */
  public Change<Cart> set(ProductId product, int quantity, long available, Stamp stamp) {
    Quantities.requirePositive(quantity);
    requireHolds(product, 1);
    if (quantity > available) {
      throw Quantities.insufficient(product, quantity, available);
    }
    return put(product, quantity, stamp);
  }

  /** Takes a product out; refuses one that is not there. */
  public Change<Cart> remove(ProductId product, Stamp stamp) {
    requireHolds(product, 1);
    Map<ProductId, Integer> rest = new LinkedHashMap<>(items);
    rest.remove(product);
    return Change.of(
        new Cart(userId, rest, stamp.at(), version + 1), new CartEvent.ItemSet(userId, product, 0));
  }

  /** Takes these quantities out for an order; refuses what the cart does not hold. */
  public Change<Cart> checkOut(Map<ProductId, Integer> taken, Stamp stamp) {
    if (taken.isEmpty()) {
      throw new Rejection(CartReason.CART_EMPTY, "there is nothing in the cart, add items first");
    }
    Map<ProductId, Integer> rest = new LinkedHashMap<>(items);
    taken.forEach(
        (product, quantity) -> {
          requireHolds(product, Quantities.requirePositive(quantity));
          rest.computeIfPresent(
              product, (id, held) -> held.equals(quantity) ? null : held - quantity);
        });
    return Change.of(
        new Cart(userId, rest, stamp.at(), version + 1), new CartEvent.CheckedOut(userId, taken));
  }

  private Change<Cart> put(ProductId product, int quantity, Stamp stamp) {
    Map<ProductId, Integer> changed = new LinkedHashMap<>(items);
    changed.put(product, quantity);
    if (changed.size() > MAX_LINES) {
      throw new Rejection(
          CartReason.CART_TOO_LARGE, "a cart holds at most " + MAX_LINES + " different products");
    }
    return Change.of(
        new Cart(userId, changed, stamp.at(), version + 1),
        new CartEvent.ItemSet(userId, product, quantity));
  }

  private void requireHolds(ProductId product, int quantity) {
    if (quantityOf(product) < quantity) {
      throw new Rejection(
          CartReason.NOT_IN_CART,
          "the cart holds " + quantityOf(product) + " of product " + product + ", not " + quantity);
    }
  }

  @Override
  public String aggregateId() {
    return userId.value();
  }

  @Override
  public Optional<UserId> owner() {
    return Optional.of(userId);
  }
}
