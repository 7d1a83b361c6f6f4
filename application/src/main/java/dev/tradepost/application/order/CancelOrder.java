package dev.tradepost.application.order;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Role;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.payment.OrderRefund;
import dev.tradepost.application.port.Prefetch;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.application.promotion.CouponUse;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.inventory.Reservation;
import dev.tradepost.domain.inventory.Stock;
import dev.tradepost.domain.inventory.StockId;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.OrderReason;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.Rejection;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Calls an order off: its stock is free at once, its coupon can be used again, what a wallet paid
 * is back in it, and what a card paid becomes due to go back, all in the same transaction. The
 * shop's cancellation window binds customers, not staff. What has left cannot be called off; the
 * rest of such an order can, by {@link CancelItems}.
 */
public record CancelOrder(OrderId id, Optional<String> reason, OptionalLong expectedVersion)
    implements UseCase<OrderView> {

  @Override
  public void prefetch(Actor actor, Prefetch rows) {
    rows.outgoing(id).paidOrder(id);
  }

  @Override
  public OrderView run(UnitOfWork work) {
    Outgoing out = Outgoing.get(work, id, expectedVersion);
    Order order = out.order();
    String why = why(work, reason);
    Change<Order> cancelled = order.cancel(why, window(work), work.stamp());
    if (out.partlyShipped()) {
      throw new Rejection(
          OrderReason.PARTLY_SHIPPED, "some of it has left, cancel the rest by its items");
    }
    OrderRefund refund = OrderRefund.all(work, order, why);
    Change<Order> repaid = refund.on(work, cancelled);
    List<Change<Shipment>> called = out.pending().stream().map(Shipment::cancel).toList();
    CouponUse use = CouponUse.givenBack(work, order);
    Map<StockId, Integer> open = out.reservation().open();
    Change<Reservation> released = out.reservation().release(open);
    List<Change<Stock>> freed = Outgoing.moveStock(work, open, (stock, n) -> stock.release(n, id));

    work.orders().save(repaid);
    refund.save(work);
    called.forEach(work.shipments()::save);
    work.reservations().save(released);
    use.save(work);
    freed.forEach(work.stock()::save);
    return out.view(repaid.state(), called);
  }

  static String why(UnitOfWork work, Optional<String> reason) {
    return reason.orElse("Cancelled by " + (work.actor().has(Role.STAFF) ? "staff" : "user"));
  }

  static Optional<Duration> window(UnitOfWork work) {
    return work.actor().has(Role.STAFF) ? Optional.empty() : work.shop().cancellationWindow();
  }
}
