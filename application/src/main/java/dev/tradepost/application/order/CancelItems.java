package dev.tradepost.application.order;

import dev.tradepost.application.Actor;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.Prefetch;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.OrderReason;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Rejection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Calls some pieces of an order off: their stock and their share of the money, after discount and
 * with tax, go back in the same transaction. Pieces that have left cannot be called off; planned
 * shipments shrink. Calling the last pieces off cancels the order.
 */
public record CancelItems(
    OrderId id,
    List<OrderPlacement.Item> items,
    Optional<String> reason,
    OptionalLong expectedVersion)
    implements UseCase<OrderView> {

  @Override
  public void prefetch(Actor actor, Prefetch rows) {
    rows.outgoing(id).paidOrder(id);
  }

  @Override
  public OrderView run(UnitOfWork work) {
    Outgoing out = Outgoing.get(work, id, expectedVersion);
    Order order = out.order();
    Map<ProductId, Integer> pieces = OrderPlacement.merge(items);
    if (pieces.isEmpty()) {
      throw new Rejection(OrderReason.ORDER_EMPTY, "name one item or more").at("items");
    }
    order.valueOf(pieces); // Refuses what was not ordered, before anything else is looked at.
    boolean noneReturned = order.lines().stream().allMatch(line -> line.returned() == 0);
    if (order.keptWithout(pieces) == 0 && noneReturned) {
      return new CancelOrder(id, reason, expectedVersion).run(work);
    }
    String why = CancelOrder.why(work, reason);
    CalledOff off = CalledOff.of(work, out, pieces, why);
    off.save(work);
    return off.view();
  }
}
