package dev.tradepost.application.order;

import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.inventory.Reservation;
import dev.tradepost.domain.inventory.Stock;
import dev.tradepost.domain.inventory.StockId;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.OrderReason;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.Rejection;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.function.BiFunction;

/** What the commands on orders do alike. */
public final class Orders {

  private Orders() {}

  /** Gets and locks an order that is there for the caller. */
  public static Order get(UnitOfWork work, OrderId id, OptionalLong expectedVersion) {
    Order order =
        work.orders()
            .get(id)
            .filter(found -> work.actor().mayActFor(found.userId()))
            .orElseThrow(() -> notFound(id));
    order.requireVersion(expectedVersion);
    return order;
  }

  /** The refusal where there is no such order, or not for this caller. */
  public static Rejection notFound(OrderId id) {
    return new Rejection(OrderReason.ORDER_NOT_FOUND, "there is no order " + id);
  }

  static Reservation reservation(UnitOfWork work, OrderId id) {
    return work.reservations()
        .get(id)
        .orElseThrow(() -> new IllegalStateException("order " + id + " has no reservation"));
  }

  /** Does the same to the stock of every reserved line; the caller saves the changes. */
  static List<Change<Stock>> moveStock(
      UnitOfWork work, Reservation reservation, BiFunction<Stock, Integer, Change<Stock>> verb) {
    List<StockId> ids = reservation.lines().stream().map(Reservation.Line::stock).toList();
    Map<StockId, Stock> stocks = work.stock().getAll(ids);
    return reservation.lines().stream()
        .map(line -> verb.apply(stocks.get(line.stock()), line.quantity()))
        .toList();
  }
}
