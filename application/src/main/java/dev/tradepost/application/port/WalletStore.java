package dev.tradepost.application.port;

import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.Wallet;
import java.util.Optional;

/** Wallets, also by user. */
public interface WalletStore extends Store<WalletId, Wallet> {

  /** Gets and locks a user's wallet. */
  Optional<Wallet> getOfUser(UserId user);
}
