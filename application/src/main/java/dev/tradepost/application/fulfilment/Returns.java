package dev.tradepost.application.fulfilment;

import dev.tradepost.application.order.Orders;
import dev.tradepost.application.order.Outgoing;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.fulfilment.FulfilmentReason;
import dev.tradepost.domain.fulfilment.Return;
import dev.tradepost.domain.fulfilment.ReturnStatus;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.fulfilment.ShipmentStatus;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.OrderAction;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.ReturnId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** An order with its shipments and its returns, all got and locked, the order first. */
record Returns(Order order, List<Shipment> shipments, List<Return> all) {

  static Returns ofOrder(UnitOfWork work, OrderId id) {
    Order order = Orders.get(work, id, OptionalLong.empty());
    return new Returns(order, work.shipments().getOfOrder(id), work.returns().getOfOrder(id));
  }

  /** The same for the order of a return that is there for the caller. */
  static Returns of(UnitOfWork work, ReturnId id) {
    Return known =
        work.returns()
            .read(id)
            .filter(it -> work.actor().mayActFor(it.userId()))
            .orElseThrow(() -> notFound(id));
    return ofOrder(work, known.orderId());
  }

  /** The refusal where there is no such return, or not for this caller. */
  static Rejection notFound(ReturnId id) {
    return new Rejection(FulfilmentReason.RETURN_NOT_FOUND, "there is no return " + id);
  }

  Return get(ReturnId id) {
    return all.stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
  }

  /** What was delivered and is neither on its way back nor back. */
  Map<ProductId, Integer> returnable() {
    return left(all);
  }

  /** How many pieces of a product have gone to a shelf again. */
  int restocked(ProductId product) {
    return all.stream()
        .flatMap(it -> it.items().stream())
        .filter(item -> item.productId().equals(product))
        .mapToInt(Return.Item::restocked)
        .sum();
  }

  private Map<ProductId, Integer> left(List<Return> some) {
    Map<ProductId, Integer> left =
        new HashMap<>(Outgoing.inStatus(shipments, ShipmentStatus.DELIVERED));
    some.stream()
        .filter(Return::counts)
        .forEach(it -> it.pieces().forEach((product, n) -> left.merge(product, -n, Integer::sum)));
    return left;
  }

  private boolean isAll(List<Return> some) {
    return left(some).values().stream().allMatch(n -> n <= 0);
  }

  /** Whether this return alone is about all that was delivered. */
  boolean isAll(Return one) {
    return others(one).noneMatch(Return::counts) && isAll(List.of(one));
  }

  private Stream<Return> others(Return one) {
    return all.stream().filter(it -> !it.id().equals(one.id()));
  }

  /** Where the order goes along with a return, which it does with one of all that was delivered. */
  Optional<Change<Order>> follow(UnitOfWork work, Return one, OrderAction action) {
    return isAll(one) ? order.follow(action, one.reason(), work.stamp()) : Optional.empty();
  }

  /**
   * Where the order ends, after this change, when a return is repaid: back as a whole if with it
   * all that was delivered has come back and is repaid, in however many returns.
   */
  Change<Order> ended(UnitOfWork work, Return repaid, Change<Order> before) {
    List<Return> now =
        Stream.concat(others(repaid), Stream.of(repaid)).filter(Return::counts).toList();
    boolean over = now.stream().allMatch(it -> it.status() == ReturnStatus.REFUNDED);
    Change<Order> ended = before;
    if (over && isAll(now)) {
      for (OrderAction step : order.lifecycle().stepsBack(order.status())) {
        ended = ended.then(it -> it.follow(step, repaid.reason(), work.stamp()).orElseThrow());
      }
    }
    return ended;
  }

  /** Saves a return and what the order did with it. */
  Return save(UnitOfWork work, Change<Return> changed, Optional<Change<Order>> moved) {
    moved.ifPresent(work.orders()::save);
    work.returns().save(changed);
    return changed.state();
  }
}
