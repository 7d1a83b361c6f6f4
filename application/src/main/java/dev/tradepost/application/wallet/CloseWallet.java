package dev.tradepost.application.wallet;

import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.Wallet;
import java.util.OptionalLong;

/** Takes an empty wallet out of use. */
public record CloseWallet(WalletId id, OptionalLong expectedVersion) implements UseCase<Wallet> {

  @Override
  public Wallet run(UnitOfWork work) {
    return Wallets.change(work, id, expectedVersion, it -> it.close(work.stamp()));
  }
}
