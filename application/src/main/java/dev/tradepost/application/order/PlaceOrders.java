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
import java.util.stream.IntStream;

/**
 * Places many orders in one transaction. A refused row spoils none of its neighbours, unless all or
 * nothing was asked for.
 *
 * @param first which row of the request the first order is, where these are a part of it
 */
public record PlaceOrders(List<PlaceOrder> orders, boolean allOrNothing, int first)
    implements UseCase<List<PlaceOrders.Row>> {

  /** The largest number of orders in one request. */
  public static final int MAX_ORDERS = 1_000;

  /**
   * What became of one order: placed, or refused, or neither, where the database did not take it.
   */
  public record Row(int index, Optional<OrderView> placed, Optional<Rejection> refused) {}

  /** All orders of a request. */
  public PlaceOrders(List<PlaceOrder> orders, boolean allOrNothing) {
    this(orders, allOrNothing, 0);
  }

  /** The same in parts of at most so many orders; all or nothing is one part. */
  public List<PlaceOrders> parts(int size) {
    if (allOrNothing) {
      return List.of(this);
    }
    List<PlaceOrders> parts = new ArrayList<>();
    for (int from = 0; from < orders.size(); from += size) {
      int to = Math.min(orders.size(), from + size);
      parts.add(new PlaceOrders(orders.subList(from, to), false, first + from));
    }
    return parts;
  }

  /** The rows where none of it was taken. */
  public List<Row> notTaken() {
    return IntStream.range(first, first + orders.size())
        .mapToObj(index -> new Row(index, Optional.empty(), Optional.empty()))
        .toList();
  }

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
    int number = first + index;
    try {
      return new Row(number, Optional.of(orders.get(index).run(work)), Optional.empty());
    } catch (Rejection rejection) {
      String row = "orders[" + number + "]";
      Rejection placed = rejection.at(rejection.field().map(it -> row + "." + it).orElse(row));
      if (allOrNothing) {
        throw placed;
      }
      return new Row(number, Optional.empty(), Optional.of(placed));
    }
  }
}
