package dev.tradepost.application.wallet;

import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.shared.HoldId;
import dev.tradepost.domain.wallet.HeldFunds;
import dev.tradepost.domain.wallet.Hold;

/** Lets go what is left of a hold. */
public record ReleaseHold(HoldId id) implements UseCase<Hold> {

  @Override
  public Hold run(UnitOfWork work) {
    Wallets.HeldMoney held = Wallets.getHold(work, id);
    HeldFunds freed = held.funds().then(it -> held.hold().release(it, work.stamp()));
    Wallets.save(work, freed);
    return freed.holds().get(freed.holds().size() - 1).state();
  }
}
