package dev.tradepost.application.wallet;

import dev.tradepost.application.Actor;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.Prefetch;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.shared.HoldId;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.HeldFunds;
import dev.tradepost.domain.wallet.Hold;
import dev.tradepost.domain.wallet.WalletPolicy;
import dev.tradepost.domain.wallet.WalletReason;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Holds money of a wallet back.
 *
 * @param lasts until it expires, 31 days at most; empty for the house's usual time
 */
public record HoldMoney(
    WalletId walletId, StatedAmount amount, String purpose, Optional<Duration> lasts)
    implements UseCase<Hold> {
  private static final Duration LONGEST = Duration.ofDays(31);

  @Override
  public void prefetch(Actor actor, Prefetch rows) {
    rows.wallets(walletId);
  }

  @Override
  public Hold run(UnitOfWork work) {
    HeldFunds before = Wallets.get(work, walletId);
    Duration time = lasts.orElse(WalletPolicy.HOLD_LASTS);
    if (time.compareTo(Duration.ofSeconds(1)) < 0 || time.compareTo(LONGEST) > 0) {
      throw new Rejection(WalletReason.HOLD_TOO_LONG, "a hold lasts 1 second to 31 days")
          .at("expiresInSeconds");
    }
    Money money = amount.of(before.state());
    HoldId id = new HoldId(work.newId());
    Optional<Instant> until = Optional.of(work.now().plus(time));
    HeldFunds held =
        before.then(
            it -> Hold.place(it, id, money, purpose, until, work.shop().wallets(), work.stamp()));
    Wallets.save(work, held);
    return held.holds().get(held.holds().size() - 1).state();
  }
}
