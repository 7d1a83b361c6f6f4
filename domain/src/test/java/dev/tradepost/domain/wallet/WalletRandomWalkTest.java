package dev.tradepost.domain.wallet;

import static dev.tradepost.domain.shared.Refusals.reasonOf;
import static dev.tradepost.domain.wallet.WalletFixture.ALICE;
import static dev.tradepost.domain.wallet.WalletFixture.LATER;
import static dev.tradepost.domain.wallet.WalletFixture.NO_CREDITS;
import static dev.tradepost.domain.wallet.WalletFixture.NO_DEBITS;
import static dev.tradepost.domain.wallet.WalletFixture.POLICY;
import static dev.tradepost.domain.wallet.WalletFixture.newId;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.domain.shared.HoldId;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.Reason;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.Stamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** Thousands of random movements against a model that only knows what each wallet should have. */
class WalletRandomWalkTest {
  private static final long SEED = Long.getLong("seed", System.nanoTime());
  private static final int STEPS = 4_000;

  private final Random random = new Random(SEED);
  private final WalletBooks books = new WalletBooks(SEED);
  private final long[][] total = new long[WalletBooks.WALLETS][WalletBooks.CURRENCIES.size()];
  private final long[][] held = new long[WalletBooks.WALLETS][WalletBooks.CURRENCIES.size()];
  private Instant now = LATER.at();
  private int made;
  private int refused;

  @Test // S3-13, S3-28, S3-33, S3-43, S3-51, S3-52, S3-58, S3-74, S3-75
  void any_sequence_of_movements_invents_no_money_and_is_written_down_line_by_line() {
    for (int step = 0; step < STEPS; step++) {
      now = now.plusSeconds(random.nextInt(100) - 20);
      anyStep();
      compare();
      if (step % 200 == 0) {
        books.audit();
      }
    }
    books.audit();
    assertThat(made).as("seed %d", SEED).isGreaterThan(STEPS / 4);
    assertThat(refused).as("seed %d", SEED).isGreaterThan(STEPS / 50);
  }

  private void compare() {
    for (int wallet = 0; wallet < total.length; wallet++) {
      for (int currency = 0; currency < total[wallet].length; currency++) {
        Balance balance = books.balance(wallet, currency);
        assertThat(balance.total().minor()).as("seed %d", SEED).isEqualTo(total[wallet][currency]);
        assertThat(balance.held().minor()).as("seed %d", SEED).isEqualTo(held[wallet][currency]);
      }
    }
  }

  private void anyStep() {
    int wallet = random.nextInt(total.length);
    int currency = random.nextInt(WalletBooks.CURRENCIES.size());
    long amount = 1 + random.nextInt(50_000);
    switch (random.nextInt(12)) {
      case 0, 1 -> add(wallet, currency, amount);
      case 2 -> deduct(wallet, currency, amount);
      case 3, 4 -> transfer(wallet, currency, amount);
      case 5 -> convert(wallet, currency, amount);
      case 6 -> hold(wallet, currency, amount);
      case 7 -> anyOpenHold().ifPresent(hold -> capture(hold, amount));
      case 8 -> anyOpenHold().ifPresent(this::end);
      case 9 -> pay(wallet, currency, amount);
      case 10 -> refundOrEarn(wallet, currency, amount);
      default -> freezeOrThaw(wallet);
    }
  }

  private void add(int wallet, int currency, long amount) {
    Money money = money(amount, currency);
    Supplier<Booked> verb =
        () ->
            booking(EntryType.ADD)
                .give(books.wallet(wallet), money)
                .house(Account.Kind.CASH_IN, money.times(-1))
                .done();
    if (isBooked(creditRefusal(wallet), verb)) {
      total[wallet][currency] += amount;
    }
  }

  private void deduct(int wallet, int currency, long amount) {
    Money money = money(amount, currency);
    Supplier<Booked> verb =
        () ->
            booking(EntryType.DEDUCT)
                .take(books.wallet(wallet), money)
                .house(Account.Kind.CASH_OUT, money)
                .done();
    if (isBooked(debitRefusal(wallet, currency, amount), verb)) {
      total[wallet][currency] -= amount;
    }
  }

  private void transfer(int from, int currency, long amount) {
    int to = (from + 1 + random.nextInt(total.length - 1)) % total.length;
    Money money = money(amount, currency);
    Supplier<Booked> verb =
        () ->
            booking(EntryType.TRANSFER)
                .linked()
                .take(books.wallet(from), money)
                .give(books.wallet(to), money)
                .done();
    Optional<Reason> refusal = debitRefusal(from, currency, amount).or(() -> creditRefusal(to));
    if (isBooked(refusal, verb)) {
      total[from][currency] -= amount;
      total[to][currency] += amount;
    }
  }

  private void convert(int wallet, int currency, long amount) {
    int other = (currency + 1 + random.nextInt(2)) % WalletBooks.CURRENCIES.size();
    Money sold = money(amount, currency);
    Money bought = POLICY.rates().sold(sold, WalletBooks.CURRENCIES.get(other));
    if (bought.isZero()) {
      return;
    }
    Supplier<Booked> verb =
        () ->
            booking(EntryType.CONVERSION)
                .linked()
                .take(books.wallet(wallet), sold)
                .house(Account.Kind.FX, sold)
                .give(books.wallet(wallet), bought)
                .house(Account.Kind.FX, bought.times(-1))
                .done();
    Optional<Reason> refusal =
        debitRefusal(wallet, currency, amount).or(() -> creditRefusal(wallet));
    if (isBooked(refusal, verb)) {
      total[wallet][currency] -= amount;
      total[wallet][other] += bought.minor();
    }
  }

  private void hold(int wallet, int currency, long amount) {
    Optional<Instant> until =
        random.nextBoolean() ? Optional.of(now.plusSeconds(600)) : Optional.empty();
    HoldId id = new HoldId(newId());
    Supplier<HeldFunds> verb =
        () ->
            Hold.place(
                books.wallet(wallet), id, money(amount, currency), "Bike", until, POLICY, stamp());
    Optional<Reason> refusal = debitRefusal(wallet, currency, amount);
    if (isRefused(refusal, verb::get)) {
      return;
    }
    books.save(verb.get());
    held[wallet][currency] += amount;
    made++;
  }

  private Optional<Hold> anyOpenHold() {
    List<Hold> open = books.openHolds();
    return open.isEmpty() ? Optional.empty() : Optional.of(open.get(random.nextInt(open.size())));
  }

  private void capture(Hold hold, long amount) {
    int wallet = WalletBooks.indexOf(hold.walletId());
    int currency = WalletBooks.CURRENCIES.indexOf(hold.amount().currency());
    if (books.wallet(wallet).freeze().isPresent()) {
      return;
    }
    Money part = money(amount, currency);
    Supplier<Booked> verb =
        () ->
            booking(EntryType.HOLD_CAPTURE)
                .take(books.wallet(wallet), hold, part)
                .house(Account.Kind.CASH_OUT, part)
                .done();
    Optional<Reason> refusal =
        amount > hold.open().minor()
            ? Optional.of(WalletReason.CAPTURE_EXCEEDS_HOLD)
            : Optional.empty();
    if (hold.isDue(now)) {
      refusal = Optional.of(SharedReason.TRANSITION_NOT_ALLOWED);
    }
    if (isBooked(refusal, verb)) {
      total[wallet][currency] -= amount;
      held[wallet][currency] -= amount;
    }
  }

  /** Releases a hold, or expires those of a wallet that are due. */
  private void end(Hold hold) {
    int wallet = WalletBooks.indexOf(hold.walletId());
    List<Hold> ended = List.of(hold);
    if (random.nextBoolean()) {
      books.save(hold.release(books.wallet(wallet), stamp()));
    } else {
      List<Hold> ofWallet =
          books.openHolds().stream().filter(it -> it.walletId().equals(hold.walletId())).toList();
      ended = ofWallet.stream().filter(it -> it.isDue(now)).toList();
      assertThat(books.wallet(wallet).holdsDue(now) || ended.isEmpty())
          .as("seed %d", SEED)
          .isTrue();
      books.save(Hold.expireDue(books.wallet(wallet), ofWallet, stamp()));
    }
    ended.forEach(
        it ->
            held[wallet][WalletBooks.CURRENCIES.indexOf(it.amount().currency())] -=
                it.open().minor());
    made++;
  }

  private void pay(int wallet, int currency, long amount) {
    Money money = money(amount, currency);
    Supplier<Booked> verb =
        () ->
            booking(EntryType.ORDER_PAYMENT)
                .take(books.wallet(wallet), money)
                .intoEscrow(books.escrow(currency), money)
                .done();
    if (isBooked(debitRefusal(wallet, currency, amount), verb)) {
      total[wallet][currency] -= amount;
    }
  }

  private void refundOrEarn(int wallet, int currency, long amount) {
    Escrow escrow = books.escrow(currency);
    if (random.nextInt(4) == 0 && escrow.left().isPositive()) {
      isBooked(Optional.empty(), () -> booking(EntryType.REVENUE).earn(escrow).done());
      return;
    }
    Money money = money(amount, currency);
    Supplier<Booked> verb =
        () ->
            booking(EntryType.ORDER_REFUND)
                .outOfEscrow(escrow, money)
                .giveAlways(books.wallet(wallet), money)
                .done();
    Optional<Reason> refusal =
        amount > escrow.captured().minus(escrow.refunded()).minor()
            ? Optional.of(WalletReason.REFUND_EXCEEDS_ESCROW)
            : Optional.empty();
    if (isBooked(refusal, verb)) {
      total[wallet][currency] += amount;
    }
  }

  private void freezeOrThaw(int wallet) {
    Wallet it = books.wallet(wallet);
    Freeze freeze = random.nextBoolean() ? NO_DEBITS : NO_CREDITS;
    books.save(it.freeze().isPresent() ? it.unfreeze(stamp()) : it.freeze(freeze, stamp()));
  }

  private Optional<Reason> creditRefusal(int wallet) {
    boolean frozen = books.wallet(wallet).freeze().map(Freeze::credits).orElse(false);
    return frozen ? Optional.of(WalletReason.WALLET_FROZEN) : Optional.empty();
  }

  private Optional<Reason> debitRefusal(int wallet, int currency, long amount) {
    if (books.wallet(wallet).freeze().map(Freeze::debits).orElse(false)) {
      return Optional.of(WalletReason.WALLET_FROZEN);
    }
    return amount > total[wallet][currency] - held[wallet][currency]
        ? Optional.of(WalletReason.INSUFFICIENT_FUNDS)
        : Optional.empty();
  }

  private boolean isBooked(Optional<Reason> refusal, Supplier<Booked> verb) {
    if (isRefused(refusal, verb::get)) {
      return false;
    }
    books.save(verb.get());
    made++;
    return true;
  }

  private boolean isRefused(Optional<Reason> refusal, Runnable verb) {
    if (refusal.isPresent()) {
      assertThat(reasonOf(verb)).as("seed %d", SEED).isEqualTo(refusal.get());
      refused++;
    }
    return refusal.isPresent();
  }

  private Booking booking(EntryType type) {
    return Booking.of(type, WalletFixture::newId, POLICY, stamp());
  }

  private Stamp stamp() {
    return new Stamp(now, ALICE);
  }

  private static Money money(long minor, int currency) {
    return new Money(minor, WalletBooks.CURRENCIES.get(currency));
  }
}
