package dev.tradepost.application.fulfilment;

import dev.tradepost.application.order.Orders;
import dev.tradepost.application.order.Outgoing;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.fulfilment.FulfilmentReason;
import dev.tradepost.domain.fulfilment.Return;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.fulfilment.ShipmentStatus;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.OrderAction;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.ReturnId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;

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

  /**
   * Where the order goes with this change of a return: along its lifecycle, if all that was
   * delivered comes back and all returns have come this far.
   */
  Optional<Change<Order>> follow(
      UnitOfWork work, Change<Return> changed, OrderAction action, Predicate<Return> far) {
    List<Return> now = new ArrayList<>(all);
    now.removeIf(it -> it.id().equals(changed.state().id()));
    now.add(changed.state());
    boolean everything = left(now).values().stream().allMatch(n -> n <= 0);
    boolean allThere = now.stream().filter(Return::counts).allMatch(far);
    return everything && allThere
        ? order.follow(action, changed.state().reason(), work.stamp())
        : Optional.empty();
  }

  /** Saves a return and what the order did with it. */
  Return save(UnitOfWork work, Change<Return> changed, Optional<Change<Order>> moved) {
    moved.ifPresent(work.orders()::save);
    work.returns().save(changed);
    return changed.state();
  }
}
