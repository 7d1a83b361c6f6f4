package dev.tradepost.domain.wallet;

import static dev.tradepost.domain.wallet.HoldAction.CAPTURE_ALL;
import static dev.tradepost.domain.wallet.HoldAction.CAPTURE_PART;
import static dev.tradepost.domain.wallet.HoldAction.EXPIRE;
import static dev.tradepost.domain.wallet.HoldAction.RELEASE;
import static dev.tradepost.domain.wallet.HoldStatus.CAPTURED;
import static dev.tradepost.domain.wallet.HoldStatus.EXPIRED;
import static dev.tradepost.domain.wallet.HoldStatus.OPEN;
import static dev.tradepost.domain.wallet.HoldStatus.RELEASED;

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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Money of a wallet that is promised: nobody can spend it, and it has not moved yet. It is claimed
 * in one or more parts, never for more than was held, or let go; each once.
 *
 * @param purpose what it is for, for people
 * @param expiresAt from when on it no longer counts; empty for a hold that somebody will end
 */
public record Hold(
    HoldId id,
    WalletId walletId,
    UserId userId,
    Money amount,
    Money captured,
    String purpose,
    HoldStatus status,
    Optional<Instant> expiresAt,
    Instant createdAt,
    long version)
    implements Aggregate {

  /** The one table every hold follows. */
  public static final Lifecycle<HoldStatus, HoldAction> LIFECYCLE =
      Lifecycle.<HoldStatus, HoldAction>named("hold", OPEN)
          .allow(OPEN, CAPTURE_PART, OPEN)
          .allow(OPEN, CAPTURE_ALL, CAPTURED)
          .allow(OPEN, RELEASE, RELEASED)
          .allow(OPEN, EXPIRE, EXPIRED)
          .build();

  public Hold {
    amount.requirePositive();
    Text.require("purpose", purpose, 200);
    if (captured.isNegative() || captured.compareTo(amount) > 0) {
      throw new IllegalArgumentException(captured + " captured of " + amount);
    }
  }

  /** Holds money back; refuses what a debit of as much would be refused. */
  public static HeldFunds place(
      Wallet wallet,
      HoldId id,
      Money amount,
      String purpose,
      Optional<Instant> expiresAt,
      WalletPolicy policy,
      Stamp stamp) {
    amount.requirePositive();
    wallet.requireDebits();
    Balance balance = wallet.balance(amount.currency());
    balance.requireWithinLimits(amount, policy, stamp.at());
    balance.requireAvailable(amount);
    Hold hold =
        new Hold(
            id,
            wallet.id(),
            wallet.userId(),
            amount,
            Money.zero(amount.currency()),
            purpose,
            OPEN,
            expiresAt,
            stamp.at(),
            1);
    Change<Hold> placed =
        Change.of(hold, new HoldEvent.Placed(id, wallet.id(), amount, purpose, expiresAt));
    return new HeldFunds(wallet.hold(id, amount, expiresAt, stamp), List.of(placed));
  }

  /** What is still held; nothing once it has ended. */
  public Money open() {
    return status == OPEN ? amount.minus(captured) : Money.zero(amount.currency());
  }

  /** Whether its time has run out. */
  public boolean isDue(Instant now) {
    return status == OPEN && expiresAt.isPresent() && !expiresAt.get().isAfter(now);
  }

  /** Lets go what has not been claimed. */
  public HeldFunds release(Wallet wallet, Stamp stamp) {
    requireOf(wallet);
    return new HeldFunds(wallet.free(id, open(), stamp), List.of(end(RELEASE)));
  }

  /**
   * Ends those of a wallet's open holds whose time has run out.
   *
   * @param open all open holds of the wallet
   */
  public static HeldFunds expireDue(Wallet wallet, List<Hold> open, Stamp stamp) {
    Change<Wallet> freed = new Change<>(wallet, List.of());
    List<Change<Hold>> ended = new ArrayList<>();
    for (Hold hold : open) {
      hold.requireOf(wallet);
      if (hold.isDue(stamp.at())) {
        freed = freed.then(it -> it.free(hold.id, hold.open(), stamp));
        ended.add(hold.end(EXPIRE));
      }
    }
    Optional<Instant> next =
        open.stream()
            .filter(hold -> !hold.isDue(stamp.at()))
            .flatMap(hold -> hold.expiresAt.stream())
            .min(Comparator.naturalOrder());
    return new HeldFunds(new Change<>(freed.state().holdsDueAt(next), freed.events()), ended);
  }

  /** Refuses to be mixed up with another wallet's holds, which would be a fault of the program. */
  void requireOf(Wallet wallet) {
    if (!walletId.equals(wallet.id())) {
      throw new IllegalArgumentException("hold " + id + " is not of wallet " + wallet.id());
    }
  }

  /** Claims a part or the rest; {@link Booking} moves the money. */
  Change<Hold> capture(Money part, Stamp stamp) {
    HoldAction action = part.compareTo(open()) < 0 ? CAPTURE_PART : CAPTURE_ALL;
    HoldStatus next = LIFECYCLE.after(isDue(stamp.at()) ? EXPIRED : status, action);
    if (part.compareTo(open()) > 0) {
      throw new Rejection(
              WalletReason.CAPTURE_EXCEEDS_HOLD, "at most " + open() + " is left of this hold")
          .at("amount");
    }
    return Change.of(
        with(captured.plus(part.requirePositive()), next), new HoldEvent.Captured(id, part, next));
  }

  private Change<Hold> end(HoldAction action) {
    HoldStatus next = LIFECYCLE.after(status, action);
    return Change.of(with(captured, next), new HoldEvent.Ended(id, open(), next));
  }

  private Hold with(Money newCaptured, HoldStatus next) {
    return new Hold(
        id,
        walletId,
        userId,
        amount,
        newCaptured,
        purpose,
        next,
        expiresAt,
        createdAt,
        version + 1);
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
