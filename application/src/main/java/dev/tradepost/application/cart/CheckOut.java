package dev.tradepost.application.cart;

import dev.tradepost.application.Actor;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.order.OrderPlacement;
import dev.tradepost.application.order.OrderView;
import dev.tradepost.application.port.Prefetch;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.application.promotion.Coupons;
import dev.tradepost.domain.cart.Cart;
import dev.tradepost.domain.order.OrderLifecycle;
import dev.tradepost.domain.order.Terms;
import dev.tradepost.domain.shared.Change;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Makes an order of the caller's cart, or of some of its lines; what is not ordered stays in the
 * cart.
 *
 * @param items which lines and how many; empty for all
 * @param lifecycle the table to place the order under; empty for the shop's default
 */
public record CheckOut(
    Optional<List<OrderPlacement.Item>> items,
    Optional<String> lifecycle,
    Terms terms,
    OptionalLong expectedVersion)
    implements UseCase<OrderView> {

  /** Without addresses and coupon. */
  public CheckOut(
      Optional<List<OrderPlacement.Item>> items,
      Optional<String> lifecycle,
      OptionalLong expectedVersion) {
    this(items, lifecycle, Terms.NONE, expectedVersion);
  }

  @Override
  public void prefetch(Actor actor, Prefetch rows) {
    items.ifPresentOrElse(
        some ->
            rows.cart(actor.userId())
                .goods(some.stream().map(OrderPlacement.Item::productId).toList()),
        () -> rows.basket(actor.userId()));
    Coupons.name(rows, terms);
  }

  @Override
  public OrderView run(UnitOfWork work) {
    OrderLifecycle table = work.shop().lifecycle(lifecycle.orElse(work.shop().checkoutLifecycle()));
    Cart cart = Carts.get(work, expectedVersion);
    List<OrderPlacement.Item> taken = items.orElseGet(() -> OrderPlacement.items(cart.items()));
    Change<Cart> emptied = cart.checkOut(OrderPlacement.merge(taken), work.stamp());
    OrderView placed = OrderPlacement.place(work, work.actor().userId(), taken, table, terms);
    work.carts().save(emptied);
    return placed;
  }
}
