package dev.tradepost.domain.wallet;

import dev.tradepost.domain.shared.DomainEvent;
import dev.tradepost.domain.shared.HoldId;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WalletId;
import java.util.Optional;
import java.util.UUID;

/** What happens to a wallet. */
public sealed interface WalletEvent extends DomainEvent {

  /** A user has a wallet. */
  record Created(WalletId walletId, UserId userId, String currency) implements WalletEvent {
    @Override
    public String type() {
      return "wallet.created";
    }
  }

  /**
   * A line was added to the wallet's history.
   *
   * @param transactionId the line's id
   * @param kind why the money moved
   */
  record MoneyMoved(
      WalletId walletId,
      UUID transactionId,
      MovementType movement,
      EntryType kind,
      Money amount,
      Money balanceAfter,
      Optional<UUID> referenceId,
      Optional<String> category)
      implements WalletEvent {
    @Override
    public String type() {
      return "wallet.money_moved";
    }
  }

  /** Money is held back. */
  record FundsHeld(WalletId walletId, HoldId holdId, Money amount) implements WalletEvent {
    @Override
    public String type() {
      return "wallet.funds_held";
    }
  }

  /** Held money can be spent again. */
  record FundsFreed(WalletId walletId, HoldId holdId, Money amount) implements WalletEvent {
    @Override
    public String type() {
      return "wallet.funds_freed";
    }
  }

  /**
   * The wallet was frozen, unfrozen, closed or opened again.
   *
   * @param freeze what is stopped from here on
   */
  record StatusChanged(
      WalletId walletId, WalletStatus from, WalletStatus to, Optional<Freeze> freeze, String reason)
      implements WalletEvent {
    @Override
    public String type() {
      return "wallet.status_changed";
    }
  }

  /** The wallet has limits of its own in one currency. */
  record LimitsSet(
      WalletId walletId,
      String currency,
      Optional<Money> perTransaction,
      Optional<Money> daily,
      Optional<Money> monthly)
      implements WalletEvent {
    @Override
    public String type() {
      return "wallet.limits_set";
    }
  }
}
