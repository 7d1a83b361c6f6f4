package dev.tradepost.domain.wallet;

import dev.tradepost.domain.shared.Aggregate;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.UserId;
import java.util.Currency;
import java.util.Optional;

/**
 * The captured money of one order, whatever it was paid with. It cannot go below zero, so no more
 * is ever given back than came in, however many ask at once.
 *
 * @param captured all that came in
 * @param refunded all that was given back
 * @param earned what became the shop's and was not taken back for a refund
 */
public record Escrow(
    OrderId orderId, UserId userId, Money captured, Money refunded, Money earned, long version)
    implements Aggregate {

  public Escrow {
    if (refunded.isNegative() || earned.isNegative() || left(captured, refunded, earned) < 0) {
      throw new IllegalArgumentException(
          captured + " captured, " + refunded + " refunded, " + earned + " earned");
    }
  }

  /** The escrow of an order before any money came in; it is kept from the first capture on. */
  public static Escrow empty(OrderId order, UserId user, Currency currency) {
    Money zero = Money.zero(currency);
    return new Escrow(order, user, zero, zero, zero, 0);
  }

  /** What is neither given back nor earned. */
  public Money left() {
    return captured.minus(refunded).minus(earned);
  }

  /** What can still be given back, earned or not. */
  public Money refundable() {
    return captured.minus(refunded);
  }

  Change<Escrow> capture(Money money) {
    return moved(
        EntryType.ORDER_PAYMENT, money, captured.plus(money.requirePositive()), refunded, earned);
  }

  /** Gives back; what the escrow has not left any more is taken back from what was earned. */
  Change<Escrow> refund(Money money) {
    if (money.requirePositive().compareTo(refundable()) > 0) {
      throw new Rejection(
              WalletReason.REFUND_EXCEEDS_ESCROW,
              "at most " + refundable() + " can be given back, not " + money)
          .at("amount");
    }
    return moved(
        EntryType.ORDER_REFUND,
        money,
        captured,
        refunded.plus(money),
        money.compareTo(left()) > 0 ? earned.minus(money.minus(left())) : earned);
  }

  /** All that is left becomes the shop's. */
  Change<Escrow> earn() {
    return moved(EntryType.REVENUE, left(), captured, refunded, earned.plus(left()));
  }

  private Change<Escrow> moved(
      EntryType kind, Money amount, Money newCaptured, Money newRefunded, Money newEarned) {
    Escrow next = new Escrow(orderId, userId, newCaptured, newRefunded, newEarned, version + 1);
    return Change.of(next, new EscrowEvent.Moved(orderId, kind, amount, next.left()));
  }

  private static long left(Money captured, Money refunded, Money earned) {
    return captured.minus(refunded).minus(earned).minor();
  }

  @Override
  public String aggregateId() {
    return orderId.toString();
  }

  @Override
  public Optional<UserId> owner() {
    return Optional.of(userId);
  }
}
