package dev.tradepost.domain.wallet;

import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.Text;

/**
 * What a frozen wallet may not do, and why. Refunds reach it all the same, and what was held before
 * can be claimed: it was promised.
 */
public record Freeze(boolean debits, boolean credits, String reason) {

  public Freeze {
    Text.require("reason", reason, 500);
    if (!debits && !credits) {
      throw new Rejection(
              WalletReason.NOTHING_TO_FREEZE, "freeze debits, credits or both, with true")
          .at("debits");
    }
  }
}
