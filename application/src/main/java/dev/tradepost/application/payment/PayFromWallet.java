package dev.tradepost.application.payment;

import dev.tradepost.application.Actor;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.order.Orders;
import dev.tradepost.application.port.Prefetch;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.application.wallet.Wallets;
import dev.tradepost.domain.inventory.Reservation;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.payment.Payment;
import dev.tradepost.domain.payment.PaymentMethod;
import dev.tradepost.domain.payment.PaymentReason;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.PaymentId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.Stamp;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.Account;
import dev.tradepost.domain.wallet.Booking;
import dev.tradepost.domain.wallet.EntryType;
import dev.tradepost.domain.wallet.ExchangeRates;
import dev.tradepost.domain.wallet.HeldFunds;
import dev.tradepost.domain.wallet.Wallet;
import dev.tradepost.domain.wallet.WalletReason;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Pays an order from a wallet: the money, the order and its promise of stock move in one
 * transaction, or none does.
 *
 * @param wallet empty for the wallet of the user whose order it is
 * @param currency which balance pays; empty for the order's. Another one is converted at the shop's
 *     rate, and what must be paid is rounded up
 */
public record PayFromWallet(
    OrderId orderId,
    Optional<WalletId> wallet,
    Optional<Currency> currency,
    OptionalLong expectedVersion)
    implements UseCase<Payment> {

  @Override
  public void prefetch(Actor actor, Prefetch rows) {
    rows.paidOrder(orderId);
    wallet.ifPresent(rows::wallets);
  }

  @Override
  public Payment run(UnitOfWork work) {
    Order order = Orders.get(work, orderId, expectedVersion);
    Reservation reservation = work.reservations().get(orderId).orElseThrow();
    reservation.requireActive(work.now());
    order.requirePayable();
    if (work.payments().getOfOrder(orderId).stream().anyMatch(Payment::inProgress)) {
      throw new Rejection(
          PaymentReason.PAYMENT_IN_PROGRESS, "another payment of this order has not ended yet");
    }
    HeldFunds payer = payer(work, order);
    Money total = order.amounts().total();
    Stamp stamp = work.stamp();
    Change<Payment> paid =
        Payment.start(
                new PaymentId(work.newId()),
                orderId,
                order.userId(),
                PaymentMethod.WALLET,
                payer.state().id().toString(),
                total,
                stamp)
            .then(it -> it.authorize(stamp))
            .then(it -> it.capture(stamp));
    Booking booking = charge(work, payer, total).intoEscrow(Escrows.of(work, order), total);
    Change<Order> moved = order.pay(stamp);

    work.payments().save(paid);
    Wallets.save(work, booking.done());
    work.orders().save(moved);
    work.reservations().save(reservation.commit());
    return paid.state();
  }

  private HeldFunds payer(UnitOfWork work, Order order) {
    if (wallet.isPresent()) {
      return Wallets.get(work, wallet.get());
    }
    Wallet owners =
        work.wallets()
            .getOfUser(order.userId())
            .orElseThrow(
                () ->
                    new Rejection(
                        WalletReason.WALLET_NOT_FOUND, order.userId() + " has no wallet"));
    return Wallets.settled(work, owners);
  }

  private Booking charge(UnitOfWork work, HeldFunds payer, Money total) {
    Booking booking =
        Wallets.booking(work, EntryType.ORDER_PAYMENT).after(payer).referringTo(orderId.value());
    Currency from = currency.orElse(total.currency());
    if (from.equals(total.currency())) {
      return booking.take(payer.state(), total);
    }
    ExchangeRates rates = work.shop().wallets().rates();
    Money cost = rates.costOf(total, from);
    String rate = rates.rate(total.currency(), from).toPlainString();
    return booking
        .because("1 " + total.currency() + " = " + rate + " " + from + ", rounded up")
        .take(payer.state(), cost)
        .house(Account.Kind.FX, cost)
        .house(Account.Kind.FX, total.times(-1));
  }
}
