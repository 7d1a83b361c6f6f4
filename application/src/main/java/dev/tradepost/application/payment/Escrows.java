package dev.tradepost.application.payment;

import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.application.wallet.Wallets;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.wallet.Account;
import dev.tradepost.domain.wallet.EntryType;
import dev.tradepost.domain.wallet.Escrow;

/** What moves an order's money in and out of its escrow, apart from wallets. */
public final class Escrows {

  private Escrows() {}

  /** The escrow of an order, got and locked; an empty one before the first capture. */
  static Escrow of(UnitOfWork work, Order order) {
    return work.escrows()
        .get(order.id())
        .orElseGet(
            () -> Escrow.empty(order.id(), order.userId(), order.amounts().total().currency()));
  }

  /** The card provider captured money for an order. */
  static void captured(UnitOfWork work, Order order, Money money) {
    Wallets.save(
        work,
        Wallets.booking(work, EntryType.ORDER_PAYMENT)
            .referringTo(order.id().value())
            .house(Account.Kind.PROVIDER, money.times(-1))
            .intoEscrow(of(work, order), money)
            .done());
  }

  /** The card provider gave money of an order back. */
  static void refunded(UnitOfWork work, Order order, Money money) {
    Wallets.save(
        work,
        Wallets.booking(work, EntryType.ORDER_REFUND)
            .referringTo(order.id().value())
            .outOfEscrow(of(work, order), money)
            .house(Account.Kind.PROVIDER, money)
            .done());
  }

  /** The order has arrived: what is left in its escrow is the shop's. */
  public static void earned(UnitOfWork work, Order order) {
    Escrow escrow = of(work, order);
    if (escrow.left().isPositive()) {
      Wallets.save(
          work,
          Wallets.booking(work, EntryType.REVENUE)
              .referringTo(order.id().value())
              .earn(escrow)
              .done());
    }
  }
}
