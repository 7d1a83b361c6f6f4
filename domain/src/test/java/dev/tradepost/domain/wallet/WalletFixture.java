package dev.tradepost.domain.wallet;

import dev.tradepost.domain.shared.HoldId;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.Stamp;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WalletId;
import java.time.Instant;
import java.util.Currency;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** Wallets with money in them, and movements of it, for the tests of wallets. */
final class WalletFixture {
  static final UserId ALICE = new UserId("alice");
  static final UserId BOB = new UserId("bob");
  static final WalletId ALICES = new WalletId(new UUID(1, 1));
  static final WalletId BOBS = new WalletId(new UUID(1, 2));
  static final OrderId ORDER = new OrderId(new UUID(2, 1));
  static final HoldId HOLD = new HoldId(new UUID(3, 1));
  static final HoldId OTHER_HOLD = new HoldId(new UUID(3, 2));
  static final Currency USD = Currency.getInstance("USD");
  static final Currency EUR = Currency.getInstance("EUR");
  static final Currency JPY = Currency.getInstance("JPY");
  static final WalletPolicy POLICY = WalletPolicy.standard();
  static final Stamp NOON = at("2026-03-01T12:00:00Z");
  static final Stamp LATER = at("2026-03-01T13:00:00Z");
  static final Freeze NO_DEBITS = new Freeze(true, false, "Stolen phone");
  static final Freeze NO_CREDITS = new Freeze(false, true, "Under review");

  private static final AtomicLong LAST_ID = new AtomicLong();

  private WalletFixture() {}

  static Stamp at(String instant) {
    return new Stamp(Instant.parse(instant), ALICE);
  }

  /** An id that nothing else in these tests has. */
  static UUID newId() {
    return new UUID(9, LAST_ID.incrementAndGet());
  }

  static Money usd(String amount) {
    return Money.of(amount, "USD");
  }

  static Money eur(String amount) {
    return Money.of(amount, "EUR");
  }

  static Wallet alice() {
    return Wallet.create(ALICES, ALICE, USD, NOON).state();
  }

  static Wallet bob() {
    return Wallet.create(BOBS, BOB, USD, NOON).state();
  }

  static Wallet alice(Money money) {
    return added(alice(), money);
  }

  static Wallet bob(Money money) {
    return added(bob(), money);
  }

  /** The same wallet, richer by this much. */
  static Wallet added(Wallet wallet, Money money) {
    return addition(wallet, money).wallet(wallet.id());
  }

  static Booked addition(Wallet wallet, Money money) {
    return booking(EntryType.ADD)
        .give(wallet, money)
        .house(Account.Kind.CASH_IN, money.times(-1))
        .done();
  }

  static Booked deduction(Wallet wallet, Money money) {
    return deduction(wallet, money, POLICY, LATER);
  }

  static Booked deduction(Wallet wallet, Money money, WalletPolicy policy, Stamp stamp) {
    return Booking.of(EntryType.DEDUCT, WalletFixture::newId, policy, stamp)
        .take(wallet, money)
        .house(Account.Kind.CASH_OUT, money)
        .done();
  }

  static Booked transfer(Wallet from, Wallet to, Money money) {
    return booking(EntryType.TRANSFER).linked().take(from, money).give(to, money).done();
  }

  static Booked conversion(Wallet wallet, Money sold, Money bought, WalletPolicy policy) {
    return Booking.of(EntryType.CONVERSION, WalletFixture::newId, policy, LATER)
        .linked()
        .take(wallet, sold)
        .house(Account.Kind.FX, sold)
        .give(wallet, bought)
        .house(Account.Kind.FX, bought.times(-1))
        .done();
  }

  static Booked capture(Wallet wallet, Hold hold, Money part) {
    return booking(EntryType.HOLD_CAPTURE)
        .take(wallet, hold, part)
        .house(Account.Kind.CASH_OUT, part)
        .done();
  }

  static Booking booking(EntryType type) {
    return Booking.of(type, WalletFixture::newId, POLICY, LATER);
  }

  static HeldFunds held(Wallet wallet, Money money) {
    return held(wallet, HOLD, money, Optional.empty());
  }

  static HeldFunds held(Wallet wallet, HoldId id, Money money, Optional<Instant> expiresAt) {
    return Hold.place(wallet, id, money, "Deposit for a bike", expiresAt, POLICY, LATER);
  }

  static Limits limits(String perTransaction, String daily, String monthly) {
    return new Limits(limit(perTransaction), limit(daily), limit(monthly));
  }

  /** A limit in dollars; "-" for none. */
  private static Optional<Money> limit(String dollars) {
    return dollars.equals("-") ? Optional.empty() : Optional.of(usd(dollars));
  }
}
