package dev.tradepost.application.trade;

import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.application.wallet.Wallets;
import dev.tradepost.domain.shared.HoldId;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.trade.FxOrder;
import dev.tradepost.domain.trade.Pair;
import dev.tradepost.domain.trade.Side;
import dev.tradepost.domain.wallet.Account;
import dev.tradepost.domain.wallet.Booked;
import dev.tradepost.domain.wallet.Booking;
import dev.tradepost.domain.wallet.EntryType;
import dev.tradepost.domain.wallet.HeldFunds;
import dev.tradepost.domain.wallet.Hold;
import dev.tradepost.domain.wallet.Wallet;
import dev.tradepost.domain.wallet.WalletReason;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * What orders of currencies do to the wallet they settle in: funds are held while an order is open,
 * and each trade moves both currencies. What a buyer pays is rounded up and what a seller gets
 * down, over all trades of an order together, so that many small trades cost no more than one; the
 * fractions stay with the house.
 */
final class FxSettlement {
  private static final String PURPOSE = "FX order";

  private final UnitOfWork work;

  FxSettlement(UnitOfWork work) {
    this.work = work;
  }

  /** Holds what an order can cost at its price. */
  HeldFunds hold(UserId user, HoldId id, FxOrder.Wish wish) {
    Pair pair = wish.instrument().pair();
    return Wallets.settled(work, walletOf(user))
        .then(it -> place(it, id, pair, wish.side(), wish.amount(), wish.price()));
  }

  /**
   * Holds what the new amount of an order can still cost, instead of what was held.
   *
   * @param id of the new hold; not used where nothing remains
   */
  HeldFunds holdAnew(FxOrder order, HoldId id, Money amount) {
    Money remaining = amount.minus(order.filled());
    HeldFunds released = release(order);
    return remaining.isPositive()
        ? released.then(it -> place(it, id, order.pair(), order.side(), remaining, order.price()))
        : released;
  }

  private HeldFunds place(
      Wallet wallet, HoldId id, Pair pair, Side side, Money amount, BigDecimal price) {
    Money funds =
        side == Side.SELL ? amount : quote(pair, amount.major().multiply(price), RoundingMode.UP);
    return Hold.place(
        wallet, id, funds, PURPOSE, Optional.empty(), work.shop().wallets(), work.stamp());
  }

  /** Lets what is left of an order's hold go. */
  HeldFunds release(FxOrder order) {
    HeldFunds wallet = Wallets.settled(work, walletOf(order.userId()));
    Hold hold = work.holds().get(order.hold().orElseThrow()).orElseThrow();
    return hold.open().isPositive() ? wallet.then(it -> hold.release(it, work.stamp())) : wallet;
  }

  /**
   * Moves what the last trade of an order is worth; where nothing remains, lets the rest of the
   * hold go.
   */
  Booked settle(FxOrder before, FxOrder after) {
    HeldFunds wallet = Wallets.settled(work, walletOf(before.userId()));
    Hold hold = work.holds().get(before.hold().orElseThrow()).orElseThrow();
    boolean buy = before.side() == Side.BUY;
    Money base = after.filled().minus(before.filled());
    Money quote = quoteOf(after, buy).minus(quoteOf(before, buy));
    Money given = buy ? quote : base;
    Money received = buy ? base : quote;
    Booking booking =
        Wallets.booking(work, EntryType.FX_TRADE)
            .after(wallet)
            .referringTo(before.id().value())
            .because(before.side() + " " + base + " in " + before.pair());
    take(booking, wallet.state(), hold, given);
    booking.house(Account.Kind.FX, given).house(Account.Kind.FX, received.times(-1));
    if (received.isPositive()) {
      booking.giveAlways(wallet.state(), received);
    }
    if (!after.remaining().isPositive()) {
      booking.release(wallet.state(), hold);
    }
    return booking.done();
  }

  /** From the hold as far as it goes; a price worse than the order's can cost more than that. */
  private static void take(Booking booking, Wallet wallet, Hold hold, Money given) {
    Money held = given.compareTo(hold.open()) < 0 ? given : hold.open();
    if (held.isPositive()) {
      booking.take(wallet, hold, held);
    }
    Money more = given.minus(held);
    if (more.isPositive()) {
      booking.take(wallet, more);
    }
  }

  private static Money quoteOf(FxOrder order, boolean buy) {
    return quote(order.pair(), order.notional(), buy ? RoundingMode.UP : RoundingMode.DOWN);
  }

  private static Money quote(Pair pair, BigDecimal notional, RoundingMode rounding) {
    int digits = pair.quote().getDefaultFractionDigits();
    return Money.of(notional.setScale(digits, rounding), pair.quote());
  }

  private Wallet walletOf(UserId user) {
    return work.wallets()
        .getOfUser(user)
        .orElseThrow(() -> new Rejection(WalletReason.WALLET_NOT_FOUND, user + " has no wallet"));
  }
}
