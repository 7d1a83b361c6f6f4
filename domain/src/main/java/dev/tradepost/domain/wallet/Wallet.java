package dev.tradepost.domain.wallet;

import static dev.tradepost.domain.wallet.WalletAction.CLOSE;
import static dev.tradepost.domain.wallet.WalletAction.FREEZE;
import static dev.tradepost.domain.wallet.WalletAction.REOPEN;
import static dev.tradepost.domain.wallet.WalletAction.UNFREEZE;
import static dev.tradepost.domain.wallet.WalletStatus.ACTIVE;
import static dev.tradepost.domain.wallet.WalletStatus.CLOSED;
import static dev.tradepost.domain.wallet.WalletStatus.FROZEN;

import dev.tradepost.domain.shared.Aggregate;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.HoldId;
import dev.tradepost.domain.shared.Lifecycle;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.Stamp;
import dev.tradepost.domain.shared.Text;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WalletId;
import java.time.Instant;
import java.util.Collections;
import java.util.Comparator;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A user's money: one wallet each, with a balance in every currency it has ever seen. Money moves
 * in and out through a {@link Booking} alone, which writes the journal with it.
 *
 * @param currency of movements that name none, and of the balance that is shown first
 * @param freeze what is stopped, while it is frozen
 * @param lines how many lines its history has
 * @param holdsDueAt the first moment at which one of its holds may have expired
 */
public record Wallet(
    WalletId id,
    UserId userId,
    Currency currency,
    WalletStatus status,
    Optional<Freeze> freeze,
    Map<Currency, Balance> balances,
    long lines,
    Optional<Instant> holdsDueAt,
    Instant createdAt,
    Instant updatedAt,
    long version)
    implements Aggregate {

  /** The one table every wallet follows. */
  public static final Lifecycle<WalletStatus, WalletAction> LIFECYCLE =
      Lifecycle.<WalletStatus, WalletAction>named("wallet", ACTIVE)
          .allow(ACTIVE, FREEZE, FROZEN)
          .allow(FROZEN, FREEZE, FROZEN)
          .allow(FROZEN, UNFREEZE, ACTIVE)
          .allow(ACTIVE, CLOSE, CLOSED)
          .allow(CLOSED, REOPEN, ACTIVE)
          .build();

  public Wallet {
    Map<Currency, Balance> sorted = new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
    sorted.putAll(balances);
    balances = Collections.unmodifiableMap(sorted);
    if ((status == FROZEN) != freeze.isPresent()) {
      throw new IllegalArgumentException(status + " with freeze " + freeze);
    }
  }

  public static Change<Wallet> create(WalletId id, UserId user, Currency currency, Stamp stamp) {
    Instant now = stamp.at();
    Wallet wallet =
        new Wallet(
            id,
            user,
            currency,
            ACTIVE,
            Optional.empty(),
            Map.of(currency, Balance.empty(currency)),
            0,
            Optional.empty(),
            now,
            now,
            1);
    return Change.of(wallet, new WalletEvent.Created(id, user, currency.getCurrencyCode()));
  }

  /** What it has in this currency; nothing is a balance too. */
  public Balance balance(Currency of) {
    Balance balance = balances.get(of);
    return balance == null ? Balance.empty(of) : balance;
  }

  /** Stops debits, credits or both. */
  public Change<Wallet> freeze(Freeze what, Stamp stamp) {
    return move(FREEZE, Optional.of(what), what.reason(), stamp);
  }

  public Change<Wallet> unfreeze(Stamp stamp) {
    return move(UNFREEZE, Optional.empty(), "Unfrozen", stamp);
  }

  /** Takes the wallet out of use; refuses while anything is in it. */
  public Change<Wallet> close(Stamp stamp) {
    LIFECYCLE.after(status, CLOSE);
    if (balances.values().stream().anyMatch(it -> !it.total().isZero())) {
      throw new Rejection(WalletReason.WALLET_NOT_EMPTY, "there is money left in this wallet");
    }
    return move(CLOSE, Optional.empty(), "Closed", stamp);
  }

  /** Puts a closed wallet back into use. */
  public Change<Wallet> reopen(String reason, Stamp stamp) {
    Text.require("reason", reason, 500);
    return move(REOPEN, Optional.empty(), reason, stamp);
  }

  /** Gives the wallet limits of its own in one currency; they count what is spent from now on. */
  public Change<Wallet> limit(Currency of, Limits limits, Stamp stamp) {
    return Change.of(
        with(balance(of).withLimits(limits), lines, stamp),
        new WalletEvent.LimitsSet(
            id, of.getCurrencyCode(), limits.perTransaction(), limits.daily(), limits.monthly()));
  }

  /** Refuses where money may not leave. */
  void requireDebits() {
    requireOpen();
    if (freeze.map(Freeze::debits).orElse(false)) {
      throw new Rejection(WalletReason.WALLET_FROZEN, "debits of this wallet are frozen");
    }
  }

  /** Refuses where money may not come in. */
  void requireCredits() {
    requireOpen();
    if (freeze.map(Freeze::credits).orElse(false)) {
      throw new Rejection(WalletReason.WALLET_FROZEN, "credits of this wallet are frozen");
    }
  }

  private void requireOpen() {
    if (status == CLOSED) {
      throw new Rejection(WalletReason.WALLET_CLOSED, "this wallet is closed");
    }
  }

  /** The next line of the history and the balance after it; {@link Booking} has asked all rules. */
  Change<Wallet> moved(Balance balance, WalletEvent.MoneyMoved event, Stamp stamp) {
    return Change.of(with(balance, lines + 1, stamp), event);
  }

  /** Holds money back; {@link Hold} keeps the other side. */
  Change<Wallet> hold(HoldId hold, Money money, Optional<Instant> expiresAt, Stamp stamp) {
    Balance balance = balance(money.currency());
    Wallet held = with(balance.withHeld(balance.held().plus(money)), lines, stamp);
    Optional<Instant> due =
        holdsDueAt
            .filter(it -> expiresAt.isEmpty() || it.isBefore(expiresAt.get()))
            .or(() -> expiresAt);
    return Change.of(held.holdsDueAt(due), new WalletEvent.FundsHeld(id, hold, money));
  }

  /** Lets held money go. */
  Change<Wallet> free(HoldId hold, Money money, Stamp stamp) {
    Balance balance = balance(money.currency());
    return Change.of(
        with(balance.withHeld(balance.held().minus(money)), lines, stamp),
        new WalletEvent.FundsFreed(id, hold, money));
  }

  /** Whether a hold may have expired by now without anybody having noticed. */
  public boolean holdsDue(Instant now) {
    return holdsDueAt.isPresent() && !holdsDueAt.get().isAfter(now);
  }

  Wallet holdsDueAt(Optional<Instant> newDue) {
    return new Wallet(
        id, userId, currency, status, freeze, balances, lines, newDue, createdAt, updatedAt,
        version);
  }

  private Change<Wallet> move(
      WalletAction action, Optional<Freeze> newFreeze, String reason, Stamp stamp) {
    WalletStatus next = LIFECYCLE.after(status, action);
    Wallet moved =
        new Wallet(
            id,
            userId,
            currency,
            next,
            newFreeze,
            balances,
            lines,
            holdsDueAt,
            createdAt,
            later(stamp),
            version + 1);
    return Change.of(moved, new WalletEvent.StatusChanged(id, status, next, newFreeze, reason));
  }

  private Wallet with(Balance balance, long newLines, Stamp stamp) {
    Map<Currency, Balance> all = new TreeMap<>(Comparator.comparing(Currency::getCurrencyCode));
    all.putAll(balances);
    all.put(balance.currency(), balance);
    return new Wallet(
        id,
        userId,
        currency,
        status,
        freeze,
        all,
        newLines,
        holdsDueAt,
        createdAt,
        later(stamp),
        version + 1);
  }

  /** Time in one wallet's history never runs backwards, whatever the clocks of two nodes say. */
  Instant later(Stamp stamp) {
    return stamp.at().isAfter(updatedAt) ? stamp.at() : updatedAt;
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
