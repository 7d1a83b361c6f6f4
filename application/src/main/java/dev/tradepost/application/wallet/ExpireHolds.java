package dev.tradepost.application.wallet;

import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.HeldFunds;
import java.util.Optional;

/**
 * Ends the holds of a wallet whose time has run out; how many that were. They did not count any
 * more before that: this only writes it down.
 */
public record ExpireHolds(WalletId id) implements UseCase<Integer> {

  @Override
  public Integer run(UnitOfWork work) {
    Optional<HeldFunds> settled = work.wallets().get(id).map(it -> Wallets.settled(work, it));
    settled.ifPresent(funds -> Wallets.save(work, funds));
    return settled.map(funds -> funds.holds().size()).orElse(0);
  }
}
