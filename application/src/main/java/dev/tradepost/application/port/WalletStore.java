package dev.tradepost.application.port;

import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.Wallet;
import java.util.Collection;
import java.util.Optional;

/** Wallets, also by user. */
public interface WalletStore extends Store<WalletId, Wallet> {

  /**
   * Gets and locks these wallets, and those of these users, as far as they have one: all by one
   * statement, so that nobody who locks some by their ids and some by their users can wait for
   * somebody who waits for them.
   */
  void getAll(Collection<WalletId> ids, Collection<UserId> users);

  /** Gets and locks a user's wallet. */
  Optional<Wallet> getOfUser(UserId user);
}
