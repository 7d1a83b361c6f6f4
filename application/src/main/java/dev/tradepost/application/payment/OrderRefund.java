package dev.tradepost.application.payment;

import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.application.wallet.Wallets;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.payment.Payment;
import dev.tradepost.domain.payment.PaymentMethod;
import dev.tradepost.domain.payment.PaymentReason;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.RefundId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.Booked;
import dev.tradepost.domain.wallet.Booking;
import dev.tradepost.domain.wallet.EntryType;
import dev.tradepost.domain.wallet.Wallet;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Money of an order on its way back, over the payments it came from, the last one first. What a
 * wallet paid is given back here and now, in the order's currency; what a card paid becomes due.
 */
public final class OrderRefund {
  private final List<Change<Payment>> payments;
  private final Optional<Booked> toWallets;
  private final Money returnedInAll;
  private final Money captured;
  private final Money amount;

  private OrderRefund(
      List<Change<Payment>> payments,
      Optional<Booked> toWallets,
      Money returnedInAll,
      Money captured,
      Money amount) {
    this.payments = payments;
    this.toWallets = toWallets;
    this.returnedInAll = returnedInAll;
    this.captured = captured;
    this.amount = amount;
  }

  /** Gives all back that can be given back, which may be nothing. */
  public static OrderRefund all(UnitOfWork work, Order order, String why) {
    List<Payment> payments = work.payments().getOfOrder(order.id());
    return of(work, order, payments, refundable(order, payments), why);
  }

  /** Gives this much back; refuses more than was captured and not given back yet. */
  public static OrderRefund of(UnitOfWork work, Order order, Money amount, String why) {
    List<Payment> payments = work.payments().getOfOrder(order.id());
    Money left = refundable(order, payments);
    if (amount.compareTo(left) > 0) {
      throw new Rejection(
              PaymentReason.REFUND_EXCEEDS_CAPTURE,
              "at most " + left + " can be refunded, not " + amount)
          .at("amount");
    }
    return of(work, order, payments, amount, why);
  }

  /** Gives this much back, or what is left where that is less, which may be nothing. */
  public static OrderRefund upTo(UnitOfWork work, Order order, Money amount, String why) {
    List<Payment> payments = work.payments().getOfOrder(order.id());
    Money left = refundable(order, payments);
    return of(work, order, payments, amount.compareTo(left) < 0 ? amount : left, why);
  }

  private static OrderRefund of(
      UnitOfWork work, Order order, List<Payment> payments, Money amount, String why) {
    List<Change<Payment>> changes = new ArrayList<>();
    List<Back> back = new ArrayList<>();
    Money open = amount;
    Money returned = Money.zero(amount.currency());
    List<Payment> lastFirst = new ArrayList<>(payments);
    Collections.reverse(lastFirst);
    for (Payment payment : lastFirst) {
      Money part = payment.refundable().compareTo(open) < 0 ? payment.refundable() : open;
      Payment after = payment;
      if (part.isPositive()) {
        Change<Payment> change = give(work, payment, part, why, back);
        changes.add(change);
        after = change.state();
        open = open.minus(part);
      }
      returned = returned.plus(after.refunded());
    }
    return new OrderRefund(
        changes, book(work, order, back), returned, captured(payments, order), amount);
  }

  /** What is to reach a wallet. */
  private record Back(WalletId wallet, Money amount) {}

  private static Change<Payment> give(
      UnitOfWork work, Payment payment, Money part, String why, List<Back> back) {
    RefundId id = new RefundId(work.newId());
    Change<Payment> due = payment.refundDue(id, part, why, work.stamp());
    if (payment.method() != PaymentMethod.WALLET) {
      return due;
    }
    back.add(new Back(new WalletId(UUID.fromString(payment.source())), part));
    return due.then(it -> it.refundDone(id, work.stamp()));
  }

  private static Optional<Booked> book(UnitOfWork work, Order order, List<Back> back) {
    if (back.isEmpty()) {
      return Optional.empty();
    }
    Money sum = back.stream().map(Back::amount).reduce(Money::plus).orElseThrow();
    Booking booking = Wallets.booking(work, EntryType.ORDER_REFUND).referringTo(order.id().value());
    Map<WalletId, Wallet> wallets = work.wallets().getAll(back.stream().map(Back::wallet).toList());
    back.forEach(it -> booking.giveAlways(wallets.get(it.wallet), it.amount));
    return Optional.of(booking.outOfEscrow(Escrows.of(work, order), sum).done());
  }

  /** What came in by all these payments. */
  static Money captured(List<Payment> payments, Order order) {
    return payments.stream()
        .map(Payment::captured)
        .reduce(Money.zero(order.amounts().total().currency()), Money::plus);
  }

  private static Money refundable(Order order, List<Payment> payments) {
    return payments.stream()
        .map(Payment::refundable)
        .reduce(Money.zero(order.amounts().total().currency()), Money::plus);
  }

  /** The order as it knows of what was given back by now. */
  public Change<Order> on(UnitOfWork work, Change<Order> order) {
    return toWallets.isPresent()
        ? order.then(it -> it.moneyReturned(returnedInAll, captured, work.stamp()))
        : order;
  }

  /** How much of it goes back. */
  public Money amount() {
    return amount;
  }

  /** Saves all but the order. */
  public void save(UnitOfWork work) {
    payments.forEach(work.payments()::save);
    toWallets.ifPresent(booked -> Wallets.save(work, booked));
  }
}
