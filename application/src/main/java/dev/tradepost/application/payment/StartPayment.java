package dev.tradepost.application.payment;

import dev.tradepost.application.Actor;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.order.Orders;
import dev.tradepost.application.port.Prefetch;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.inventory.Reservation;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.payment.Payment;
import dev.tradepost.domain.payment.PaymentMethod;
import dev.tradepost.domain.payment.PaymentReason;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.PaymentId;
import dev.tradepost.domain.shared.Rejection;
import java.util.OptionalLong;

/**
 * Writes down that an order is about to be paid by card, before the provider is asked: whatever
 * happens after, the payment is known. The reservation gets more time for it, once. Refuses while
 * another payment of the order has not ended.
 *
 * @param card the provider's token for the means of payment
 */
public record StartPayment(OrderId orderId, String card, OptionalLong expectedVersion)
    implements UseCase<PaymentId> {

  @Override
  public void prefetch(Actor actor, Prefetch rows) {
    rows.paidOrder(orderId);
  }

  @Override
  public PaymentId run(UnitOfWork work) {
    Order order = Orders.get(work, orderId, expectedVersion);
    Reservation reservation = work.reservations().get(orderId).orElseThrow();
    reservation.requireActive(work.now());
    order.requirePayable();
    if (work.payments().getOfOrder(orderId).stream().anyMatch(Payment::inProgress)) {
      throw new Rejection(
          PaymentReason.PAYMENT_IN_PROGRESS, "another payment of this order has not ended yet");
    }
    PaymentId id = new PaymentId(work.newId());
    Change<Payment> started =
        Payment.start(
            id,
            orderId,
            order.userId(),
            PaymentMethod.SANDBOX,
            card,
            order.amounts().total(),
            work.stamp());
    work.payments().save(started);
    if (reservation.expiresAt().isPresent() && !reservation.extended()) {
      work.shop()
          .fulfilment()
          .reservedUntil(order.lifecycle(), work.now())
          .ifPresent(until -> work.reservations().save(reservation.extend(until)));
    }
    return id;
  }
}
