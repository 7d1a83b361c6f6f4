package dev.tradepost.application.wallet;

import dev.tradepost.application.Role;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.Freeze;
import dev.tradepost.domain.wallet.Wallet;
import java.util.OptionalLong;

/** Stops debits of a wallet, credits, or both. */
public record FreezeWallet(WalletId id, Freeze freeze, OptionalLong expectedVersion)
    implements UseCase<Wallet> {

  @Override
  public Role requires() {
    return Role.STAFF;
  }

  @Override
  public Wallet run(UnitOfWork work) {
    return Wallets.change(work, id, expectedVersion, it -> it.freeze(freeze, work.stamp()));
  }
}
