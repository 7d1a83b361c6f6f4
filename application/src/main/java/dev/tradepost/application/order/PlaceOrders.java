package dev.tradepost.application.order;

import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.application.promotion.Coupons;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Rejection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Places many orders in one transaction. A refused row spoils none of its neighbours, unless all or
 * nothing was asked for.
 */
public record PlaceOrders(List<PlaceOrder> orders, boolean allOrNothing)
    implements UseCase<List<PlaceOrders.Row>> {

  /** The largest number of orders in one request. */
  public static final int MAX_ORDERS = 1_000;

  /** What became of one order: placed or refused. */
  public record Row(Optional<OrderView> placed, Optional<Rejection> refused) {}

  @Override
  public List<Row> run(UnitOfWork work) {
    Set<ProductId> all =
        orders.stream()
            .flatMap(order -> order.items().stream())
            .map(OrderPlacement.Item::productId)
            .collect(Collectors.toSet());
    Coupons.lock(work, wishes(work));
    work.stock().getOfProducts(all);
    work.products().readAll(all);
    List<Row> rows = new ArrayList<>(orders.size());
    for (int i = 0; i < orders.size(); i++) {
      rows.add(place(work, i));
    }
    return rows;
  }

  private List<Coupons.Wish> wishes(UnitOfWork work) {
    return orders.stream()
        .filter(order -> order.terms().coupon().isPresent())
        .map(order -> new Coupons.Wish(order.terms().coupon().get(), order.buyer(work)))
        .toList();
  }

  private Row place(UnitOfWork work, int index) {
    try {
      return new Row(Optional.of(orders.get(index).run(work)), Optional.empty());
    } catch (Rejection rejection) {
      String row = "orders[" + index + "]";
      Rejection placed = rejection.at(rejection.field().map(it -> row + "." + it).orElse(row));
      if (allOrNothing) {
        throw placed;
      }
      return new Row(Optional.empty(), Optional.of(placed));
    }
  }
}
