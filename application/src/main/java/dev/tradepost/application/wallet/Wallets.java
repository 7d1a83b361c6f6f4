package dev.tradepost.application.wallet;

import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.HoldId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.Booked;
import dev.tradepost.domain.wallet.Booking;
import dev.tradepost.domain.wallet.EntryType;
import dev.tradepost.domain.wallet.HeldFunds;
import dev.tradepost.domain.wallet.Hold;
import dev.tradepost.domain.wallet.Wallet;
import dev.tradepost.domain.wallet.WalletReason;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Function;

/** What the commands on wallets do alike. */
public final class Wallets {

  private Wallets() {}

  /**
   * Gets and locks a wallet that is there for the caller. Holds whose time has run out are ended on
   * the way; who saves the wallet saves them too.
   */
  public static HeldFunds get(UnitOfWork work, WalletId id) {
    return settled(work, find(work, id));
  }

  private static Wallet find(UnitOfWork work, WalletId id) {
    return work.wallets()
        .get(id)
        .filter(found -> work.actor().mayActFor(found.userId()))
        .orElseThrow(() -> notFound(id));
  }

  /** The wallet with its due holds ended. */
  public static HeldFunds settled(UnitOfWork work, Wallet wallet) {
    return wallet.holdsDue(work.now())
        ? Hold.expireDue(wallet, work.holds().getOpenOf(wallet.id()), work.stamp())
        : HeldFunds.none(wallet);
  }

  /** A hold that is there for the caller, with its wallet, which is locked first. */
  static HeldMoney getHold(UnitOfWork work, HoldId id) {
    Hold known =
        work.holds()
            .read(id)
            .filter(found -> work.actor().mayActFor(found.userId()))
            .orElseThrow(
                () -> new Rejection(WalletReason.HOLD_NOT_FOUND, "there is no hold " + id));
    if (known.expiresAt().isEmpty()) {
      throw new Rejection(
          SharedReason.TRANSITION_NOT_ALLOWED, "this hold ends with what it was placed for");
    }
    HeldFunds funds = get(work, known.walletId());
    return new HeldMoney(funds, funds.latest(work.holds().get(id).orElseThrow()));
  }

  /** A wallet, its due holds ended, and one of its holds. */
  record HeldMoney(HeldFunds funds, Hold hold) {
    Wallet wallet() {
      return funds.state();
    }
  }

  /** The refusal where there is no such wallet, or not for this caller. */
  public static Rejection notFound(WalletId id) {
    return new Rejection(WalletReason.WALLET_NOT_FOUND, "there is no wallet " + id);
  }

  /** Changes a wallet as a whole. */
  static Wallet change(
      UnitOfWork work, WalletId id, OptionalLong expected, Function<Wallet, Change<Wallet>> verb) {
    Wallet wallet = find(work, id);
    wallet.requireVersion(expected);
    HeldFunds after = settled(work, wallet).then(it -> new HeldFunds(verb.apply(it), List.of()));
    save(work, after);
    return after.state();
  }

  /** Begins a movement of money in this work. */
  public static Booking booking(UnitOfWork work, EntryType type) {
    return Booking.of(type, work::newId, work.shop().wallets(), work.stamp());
  }

  /** Saves a movement: everything it changed, and its entry. */
  public static Booked save(UnitOfWork work, Booked booked) {
    booked.wallets().values().forEach(work.wallets()::save);
    booked.holds().forEach(work.holds()::save);
    booked.escrows().forEach(work.escrows()::save);
    work.books().post(booked.entry());
    return booked;
  }

  /** Saves both sides of holding money back or letting it go. */
  public static void save(UnitOfWork work, HeldFunds funds) {
    Change<Wallet> wallet = funds.wallet();
    if (!wallet.events().isEmpty()) {
      work.wallets().save(wallet);
    }
    funds.holds().forEach(work.holds()::save);
  }
}
