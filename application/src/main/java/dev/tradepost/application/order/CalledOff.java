package dev.tradepost.application.order;

import dev.tradepost.application.payment.Escrows;
import dev.tradepost.application.payment.OrderRefund;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.inventory.Reservation;
import dev.tradepost.domain.inventory.Stock;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.payment.Payment;
import dev.tradepost.domain.payment.PaymentReason;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Rejection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Pieces of an order that are called off, decided and not saved yet: the order without them, the
 * money that goes back, and the stock that is free. Some pieces of the order are kept.
 *
 * @param earned whether with them the last of the order has arrived
 */
record CalledOff(
    Outgoing out,
    Change<Order> order,
    OrderRefund refund,
    Freed freed,
    Change<Reservation> reservation,
    List<Change<Stock>> stock,
    boolean earned) {

  /** Decides it all, and saves nothing. */
  static CalledOff of(UnitOfWork work, Outgoing out, Map<ProductId, Integer> pieces, String why) {
    Order order = out.order();
    Money value = order.valueOf(pieces);
    Change<Order> less = order.cancelItems(pieces, why, CancelOrder.window(work), work.stamp());
    requireNoOpenPayment(work, order);
    Freed freed = Freed.of(out, pieces);
    OrderRefund refund = OrderRefund.upTo(work, order, value, why);
    Change<Reservation> released = out.reservation().release(freed.stock());
    Change<Order> repaid = refund.on(work, less);
    boolean allLeft = released.state().open().isEmpty();
    boolean allThere = allLeft && out.arrived(freed.shipments());
    Change<Order> moved = allLeft ? repaid.then(it -> it.ship(work.stamp())) : repaid;
    Optional<Change<Order>> delivered = allThere ? out.deliver(work, moved) : Optional.empty();
    List<Change<Stock>> stock =
        Outgoing.moveStock(work, freed.stock(), (it, n) -> it.release(n, order.id()));
    return new CalledOff(
        out, delivered.orElse(moved), refund, freed, released, stock, delivered.isPresent());
  }

  /**
   * Refuses an order of which a payment is under way: nobody knows yet whether it has been paid.
   */
  static void requireNoOpenPayment(UnitOfWork work, Order order) {
    if (work.payments().getOfOrder(order.id()).stream().anyMatch(Payment::inProgress)) {
      throw new Rejection(
          PaymentReason.PAYMENT_IN_PROGRESS, "a payment of this order has not ended yet");
    }
  }

  /** The same, and the next verb on the order. */
  CalledOff then(Function<Order, Change<Order>> verb) {
    return new CalledOff(out, order.then(verb), refund, freed, reservation, stock, earned);
  }

  OrderView view() {
    return out.view(order.state(), freed.shipments());
  }

  void save(UnitOfWork work) {
    work.orders().save(order);
    refund.save(work);
    if (earned) {
      Escrows.earned(work, out.order());
    }
    freed.shipments().forEach(work.shipments()::save);
    work.reservations().save(reservation);
    stock.forEach(work.stock()::save);
  }
}
