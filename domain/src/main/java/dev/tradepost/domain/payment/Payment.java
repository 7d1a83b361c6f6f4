package dev.tradepost.domain.payment;

import static dev.tradepost.domain.payment.PaymentAction.AUTHORIZE;
import static dev.tradepost.domain.payment.PaymentAction.CAPTURE;
import static dev.tradepost.domain.payment.PaymentAction.FAIL;
import static dev.tradepost.domain.payment.PaymentAction.REFUND_ALL;
import static dev.tradepost.domain.payment.PaymentAction.REFUND_PART;
import static dev.tradepost.domain.payment.PaymentAction.VOID;
import static dev.tradepost.domain.payment.PaymentStatus.AUTHORIZED;
import static dev.tradepost.domain.payment.PaymentStatus.CAPTURED;
import static dev.tradepost.domain.payment.PaymentStatus.FAILED;
import static dev.tradepost.domain.payment.PaymentStatus.PARTIALLY_REFUNDED;
import static dev.tradepost.domain.payment.PaymentStatus.PENDING;
import static dev.tradepost.domain.payment.PaymentStatus.REFUNDED;
import static dev.tradepost.domain.payment.PaymentStatus.VOIDED;

import dev.tradepost.domain.shared.Aggregate;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Lifecycle;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.PaymentId;
import dev.tradepost.domain.shared.RefundId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.Stamp;
import dev.tradepost.domain.shared.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One attempt to pay an order. Refunds, due and done together, never exceed what was captured.
 *
 * @param source what it is paid from: the provider's token for a card, never a card number, or the
 *     id of a wallet
 */
public record Payment(
    PaymentId id,
    OrderId orderId,
    UserId userId,
    PaymentMethod method,
    String source,
    Money amount,
    PaymentStatus status,
    List<Refund> refunds,
    Instant createdAt,
    Instant updatedAt,
    long version)
    implements Aggregate {

  /** The one table every payment follows. */
  public static final Lifecycle<PaymentStatus, PaymentAction> LIFECYCLE =
      Lifecycle.<PaymentStatus, PaymentAction>named("payment", PENDING)
          .allow(PENDING, AUTHORIZE, AUTHORIZED)
          .allow(PENDING, FAIL, FAILED)
          .allow(AUTHORIZED, CAPTURE, CAPTURED)
          .allow(AUTHORIZED, VOID, VOIDED)
          .allow(AUTHORIZED, FAIL, FAILED)
          .allow(CAPTURED, REFUND_PART, PARTIALLY_REFUNDED)
          .allow(CAPTURED, REFUND_ALL, REFUNDED)
          .allow(PARTIALLY_REFUNDED, REFUND_PART, PARTIALLY_REFUNDED)
          .allow(PARTIALLY_REFUNDED, REFUND_ALL, REFUNDED)
          .build();

  public Payment {
    amount.requirePositive();
    refunds = List.copyOf(refunds);
  }

  public static Change<Payment> start(
      PaymentId id,
      OrderId order,
      UserId user,
      PaymentMethod method,
      String source,
      Money amount,
      Stamp stamp) {
    Instant now = stamp.at();
    return Change.of(
        new Payment(id, order, user, method, source, amount, PENDING, List.of(), now, now, 1),
        new PaymentEvent.Started(id, order, method, amount));
  }

  /** Whether its end is not known yet, so that no other payment may start. */
  public boolean inProgress() {
    return status == PENDING || status == AUTHORIZED;
  }

  /** Refunds that are decided but not done. */
  public List<Refund> refundsDue() {
    return refunds.stream().filter(refund -> !refund.done()).toList();
  }

  /** What was given back so far. */
  public Money refunded() {
    return sum(refunds.stream().filter(Refund::done).toList());
  }

  /** What came in. */
  public Money captured() {
    boolean captured = status == CAPTURED || status == PARTIALLY_REFUNDED || status == REFUNDED;
    return captured ? amount : Money.zero(amount.currency());
  }

  /** What was captured and neither given back nor due to be. */
  public Money refundable() {
    return captured().isZero() ? captured() : amount.minus(sum(refunds));
  }

  public Change<Payment> authorize(Stamp stamp) {
    return move(AUTHORIZE, stamp);
  }

  public Change<Payment> capture(Stamp stamp) {
    return move(CAPTURE, stamp);
  }

  /** Lets the provider's hold go. */
  public Change<Payment> voidHold(Stamp stamp) {
    return move(VOID, stamp);
  }

  public Change<Payment> fail(Stamp stamp) {
    return move(FAIL, stamp);
  }

  /** Decides to give money back; refuses more than what is left of the captured amount. */
  public Change<Payment> refundDue(RefundId refund, Money money, String reason, Stamp stamp) {
    if (money.compareTo(refundable()) > 0) {
      throw new Rejection(
          PaymentReason.REFUND_EXCEEDS_CAPTURE,
          "at most " + refundable() + " can be refunded, not " + money);
    }
    if (refunds.stream().anyMatch(known -> known.id().equals(refund))) {
      throw new IllegalStateException("refund " + refund + " is known already");
    }
    List<Refund> more = new ArrayList<>(refunds);
    more.add(new Refund(refund, money, reason, false));
    return Change.of(
        moved(status, more, stamp), new PaymentEvent.RefundDue(id, orderId, refund, money));
  }

  /** The provider has given the money of this refund back. */
  public Change<Payment> refundDone(RefundId refund, Stamp stamp) {
    if (refundsDue().stream().noneMatch(due -> due.id().equals(refund))) {
      throw new IllegalStateException("refund " + refund + " is not due");
    }
    List<Refund> after =
        refunds.stream().map(r -> r.id().equals(refund) ? r.completed() : r).toList();
    Money total = sum(after.stream().filter(Refund::done).toList());
    PaymentAction action = total.equals(amount) ? REFUND_ALL : REFUND_PART;
    PaymentStatus next = LIFECYCLE.after(status, action);
    return Change.of(
        moved(next, after, stamp), new PaymentEvent.StatusChanged(id, orderId, status, next));
  }

  private Change<Payment> move(PaymentAction action, Stamp stamp) {
    PaymentStatus next = LIFECYCLE.after(status, action);
    return Change.of(
        moved(next, refunds, stamp), new PaymentEvent.StatusChanged(id, orderId, status, next));
  }

  private Payment moved(PaymentStatus next, List<Refund> newRefunds, Stamp stamp) {
    return new Payment(
        id,
        orderId,
        userId,
        method,
        source,
        amount,
        next,
        newRefunds,
        createdAt,
        stamp.at(),
        version + 1);
  }

  private Money sum(List<Refund> some) {
    return some.stream().map(Refund::amount).reduce(Money.zero(amount.currency()), Money::plus);
  }

  @Override
  public String aggregateId() {
    return id.toString();
  }

  @Override
  public Optional<UserId> owner() {
    return Optional.of(userId);
  }
}
