package dev.tradepost.application.order;

import dev.tradepost.application.Role;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.payment.OrderRefund;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.inventory.Reservation;
import dev.tradepost.domain.inventory.Stock;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.OrderId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Calls an order off: its stock is free at once, what a wallet paid is back in it, and what a card
 * paid becomes due to go back, all in the same transaction. The shop's cancellation window binds
 * customers, not staff.
 */
public record CancelOrder(OrderId id, Optional<String> reason, OptionalLong expectedVersion)
    implements UseCase<OrderView> {

  @Override
  public OrderView run(UnitOfWork work) {
    Order order = Orders.get(work, id, expectedVersion);
    String why = reason.orElse("Cancelled by " + (work.actor().has(Role.STAFF) ? "staff" : "user"));
    Optional<Duration> window =
        work.actor().has(Role.STAFF) ? Optional.empty() : work.shop().cancellationWindow();
    Change<Order> cancelled = order.cancel(why, window, work.stamp());
    OrderRefund refund = OrderRefund.all(work, order, why);
    Change<Order> repaid = refund.on(work, cancelled);
    Reservation reservation = Orders.reservation(work, id);
    List<Change<Stock>> freed =
        Orders.moveStock(work, reservation, (stock, quantity) -> stock.release(quantity, id));

    work.orders().save(repaid);
    refund.save(work);
    work.reservations().save(reservation.release());
    freed.forEach(work.stock()::save);
    return new OrderView(repaid.state(), List.of());
  }
}
