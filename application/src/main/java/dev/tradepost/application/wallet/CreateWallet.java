package dev.tradepost.application.wallet;

import dev.tradepost.application.ApplicationReason;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.Wallet;
import dev.tradepost.domain.wallet.WalletReason;
import java.util.Currency;
import java.util.Optional;

/**
 * Makes a user's one wallet, with nothing in it.
 *
 * @param user whose; empty for the caller, another only by staff
 * @param currency of movements that name none; empty for the shop's
 */
public record CreateWallet(Optional<UserId> user, Optional<Currency> currency)
    implements UseCase<Wallet> {

  @Override
  public Wallet run(UnitOfWork work) {
    UserId owner = user.orElse(work.actor().userId());
    if (!work.actor().mayActFor(owner)) {
      throw new Rejection(
              ApplicationReason.NOT_FOR_OTHERS, "only staff may make wallets for other users")
          .at("userId");
    }
    if (work.wallets().getOfUser(owner).isPresent()) {
      throw new Rejection(WalletReason.WALLET_EXISTS, owner + " has a wallet already");
    }
    WalletId id = new WalletId(work.newId());
    Change<Wallet> created =
        Wallet.create(id, owner, currency.orElse(work.shop().currency()), work.stamp());
    work.wallets().save(created);
    return created.state();
  }
}
