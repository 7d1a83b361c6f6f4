package dev.tradepost.application.port;

import dev.tradepost.domain.shared.HoldId;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.Hold;
import java.util.List;

/** Holds, also by wallet. */
public interface HoldStore extends Store<HoldId, Hold> {

  /** Gets and locks the open holds of a wallet. */
  List<Hold> getOpenOf(WalletId wallet);
}
