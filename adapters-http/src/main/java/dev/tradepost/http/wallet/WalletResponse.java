package dev.tradepost.http.wallet;

import dev.tradepost.application.wallet.WalletView;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.Balance;
import dev.tradepost.domain.wallet.Freeze;
import dev.tradepost.domain.wallet.Limits;
import dev.tradepost.domain.wallet.Wallet;
import dev.tradepost.domain.wallet.WalletStatus;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A wallet as clients see it.
 *
 * @param id the same as walletId
 * @param currency of balance and available, and of movements that name none
 */
record WalletResponse(
    WalletId walletId,
    WalletId id,
    UserId userId,
    String currency,
    Money balance,
    Money available,
    List<BalanceResponse> balances,
    WalletStatus status,
    Optional<Freeze> freeze,
    long version,
    Instant createdAt,
    Instant updatedAt) {

  /**
   * What a wallet has in one currency.
   *
   * @param available what can be spent: all but what is held
   * @param limits the wallet's own; null where the shop's apply
   */
  record BalanceResponse(String currency, Money balance, Money available, Limits limits) {}

  static WalletResponse of(WalletView view) {
    Wallet wallet = view.wallet();
    Balance first = wallet.balance(wallet.currency());
    return new WalletResponse(
        wallet.id(),
        wallet.id(),
        wallet.userId(),
        wallet.currency().getCurrencyCode(),
        first.total(),
        view.available(first),
        wallet.balances().values().stream().map(it -> balance(view, it)).toList(),
        wallet.status(),
        wallet.freeze(),
        wallet.version(),
        wallet.createdAt(),
        wallet.updatedAt());
  }

  /** A wallet that a command has just changed: its due holds are ended. */
  static WalletResponse of(Wallet wallet) {
    return of(new WalletView(wallet, List.of()));
  }

  private static BalanceResponse balance(WalletView view, Balance balance) {
    return new BalanceResponse(
        balance.currency().getCurrencyCode(),
        balance.total(),
        view.available(balance),
        balance.limits());
  }
}
