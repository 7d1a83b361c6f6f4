package dev.tradepost.application.port;

import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.Wallet;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Wallets, also by user. */
public interface WalletStore extends Store<WalletId, Wallet> {

  /** Gets and locks the wallets of these users, as far as they have one. */
  List<Wallet> getOfUsers(Collection<UserId> users);

  /** Gets and locks a user's wallet. */
  default Optional<Wallet> getOfUser(UserId user) {
    return getOfUsers(List.of(user)).stream().findFirst();
  }
}
