package dev.tradepost.application.order;

import dev.tradepost.application.Actor;
import dev.tradepost.application.ApplicationReason;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.Prefetch;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.application.promotion.Coupons;
import dev.tradepost.domain.order.OrderLifecycle;
import dev.tradepost.domain.order.OrderReason;
import dev.tradepost.domain.order.Terms;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.UserId;
import java.util.List;
import java.util.Optional;

/**
 * Places an order of goods without a cart.
 *
 * @param user whom it is for; empty for the caller, another only by staff
 * @param lifecycle the table to place it under; empty for the shop's default
 */
public record PlaceOrder(
    Optional<UserId> user, List<OrderPlacement.Item> items, Optional<String> lifecycle, Terms terms)
    implements UseCase<OrderView> {

  /** Without addresses and coupon. */
  public PlaceOrder(
      Optional<UserId> user, List<OrderPlacement.Item> items, Optional<String> lifecycle) {
    this(user, items, lifecycle, Terms.NONE);
  }

  @Override
  public void prefetch(Actor actor, Prefetch rows) {
    rows.goods(items.stream().map(OrderPlacement.Item::productId).toList());
    Coupons.name(rows, terms);
  }

  @Override
  public OrderView run(UnitOfWork work) {
    UserId buyer = buyer(work);
    if (!work.actor().mayActFor(buyer)) {
      throw new Rejection(
              ApplicationReason.NOT_FOR_OTHERS, "only staff may place orders for other users")
          .at("userId");
    }
    OrderLifecycle table = work.shop().lifecycle(lifecycle.orElse(work.shop().orderLifecycle()));
    if (items.isEmpty()) {
      throw new Rejection(OrderReason.ORDER_EMPTY, "an order needs one item or more").at("items");
    }
    return OrderPlacement.place(work, buyer, items, table, terms);
  }

  UserId buyer(UnitOfWork work) {
    return user.orElse(work.actor().userId());
  }
}
