package dev.tradepost.application.payment;

import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.PaymentProvider.Verdict;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.payment.Payment;
import dev.tradepost.domain.payment.PaymentStatus;
import dev.tradepost.domain.payment.Refund;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.RefundId;
import dev.tradepost.domain.shared.Stamp;
import java.util.List;

/**
 * Writes down what the provider answered, moves the order with it in the same transaction, and says
 * what to ask next. The same verdict twice, or a late one, changes nothing.
 */
public record RecordVerdict(PaymentStep asked, Verdict verdict) implements UseCase<PaymentStep> {

  @Override
  public PaymentStep run(UnitOfWork work) {
    PaidOrder paid = PaidOrder.get(work, asked.payment().id());
    if (verdict == Verdict.UNKNOWN) {
      return PaymentStep.of(PaymentStep.Kind.NONE, paid.payment());
    }
    boolean done = verdict == Verdict.DONE;
    return switch (asked.kind()) {
      case AUTHORIZE, LOOK_UP -> done ? authorized(work, paid) : failed(work, paid);
      case CAPTURE -> done ? captured(work, paid) : failed(work, paid);
      case VOID -> done ? voided(work, paid) : nothingMore(paid);
      case REFUND -> done ? refunded(work, paid) : nothingMore(paid);
      case NONE -> nothingMore(paid);
    };
  }

  private PaymentStep authorized(UnitOfWork work, PaidOrder paid) {
    Payment payment = paid.payment();
    if (payment.status() == PaymentStatus.FAILED) {
      // It was given up before this answer came: the hold must not stay.
      return PaymentStep.of(PaymentStep.Kind.VOID, payment);
    }
    if (payment.status() == PaymentStatus.PENDING) {
      Change<Payment> change = payment.authorize(work.stamp());
      work.payments().save(change);
      payment = change.state();
    }
    return PaymentStep.next(payment, paid.orderPayable());
  }

  private PaymentStep failed(UnitOfWork work, PaidOrder paid) {
    if (!paid.payment().inProgress()) {
      return nothingMore(paid);
    }
    Change<Payment> change = paid.payment().fail(work.stamp());
    work.payments().save(change);
    return PaymentStep.of(PaymentStep.Kind.NONE, change.state());
  }

  private PaymentStep captured(UnitOfWork work, PaidOrder paid) {
    if (paid.payment().status() != PaymentStatus.AUTHORIZED) {
      return PaymentStep.next(paid.payment(), false);
    }
    Stamp stamp = work.stamp();
    Change<Payment> change = paid.payment().capture(stamp);
    Escrows.captured(work, paid.order(), paid.payment().amount());
    if (paid.orderPayable()) {
      work.orders().save(paid.order().pay(stamp));
      work.reservations()
          .get(paid.order().id())
          .ifPresent(reservation -> work.reservations().save(reservation.commit()));
    } else {
      // The order was called off while the provider was asked: the money goes back at once.
      work.orders().save(paid.order().paidTooLate(stamp));
      RefundId refund = new RefundId(work.newId());
      Money all = paid.payment().amount();
      change = change.then(it -> it.refundDue(refund, all, "The order no longer wants it", stamp));
    }
    work.payments().save(change);
    return PaymentStep.next(change.state(), false);
  }

  private PaymentStep voided(UnitOfWork work, PaidOrder paid) {
    if (paid.payment().status() != PaymentStatus.AUTHORIZED) {
      return nothingMore(paid);
    }
    Change<Payment> change = paid.payment().voidHold(work.stamp());
    work.payments().save(change);
    return PaymentStep.of(PaymentStep.Kind.NONE, change.state());
  }

  private PaymentStep refunded(UnitOfWork work, PaidOrder paid) {
    Refund refund = asked.refund().orElseThrow();
    boolean due = paid.payment().refundsDue().stream().anyMatch(r -> r.id().equals(refund.id()));
    if (!due) {
      return PaymentStep.next(paid.payment(), false);
    }
    Change<Payment> change = paid.payment().refundDone(refund.id(), work.stamp());
    work.payments().save(change);
    Order order = paid.order();
    Escrows.refunded(work, order, refund.amount());
    List<Payment> payments = work.payments().getOfOrder(order.id());
    Money back = payments.stream().map(Payment::refunded).reduce(Money::plus).orElseThrow();
    Money captured = OrderRefund.captured(payments, order);
    work.orders().save(order.moneyReturned(back, captured, work.stamp()));
    return PaymentStep.next(change.state(), false);
  }

  private static PaymentStep nothingMore(PaidOrder paid) {
    return PaymentStep.of(PaymentStep.Kind.NONE, paid.payment());
  }
}
