package dev.tradepost.application.process;

import dev.tradepost.application.Actor;
import dev.tradepost.application.UseCases;
import dev.tradepost.application.wallet.ExpireHolds;
import dev.tradepost.application.wallet.WalletViews;
import dev.tradepost.domain.shared.WalletId;
import java.time.Instant;
import java.util.function.BiConsumer;

/**
 * Writes down which holds have expired, so that their events go out; nothing depends on when it
 * runs. Any number of nodes may run it at once.
 */
public final class ExpireDueHolds {
  private static final int BATCH = 100;

  private final UseCases useCases;
  private final WalletViews wallets;

  public ExpireDueHolds(UseCases useCases, WalletViews wallets) {
    this.useCases = useCases;
    this.wallets = wallets;
  }

  /**
   * Ends the holds that are due. A wallet that fails stops no other.
   *
   * @param failed told of each that failed
   */
  public void sweep(Instant now, BiConsumer<WalletId, RuntimeException> failed) {
    for (WalletId id : wallets.withDueHolds(now, BATCH)) {
      try {
        useCases.execute(Actor.system(), new ExpireHolds(id));
      } catch (RuntimeException e) {
        failed.accept(id, e);
      }
    }
  }
}
