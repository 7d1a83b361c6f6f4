package dev.tradepost.application.wallet;

import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.wallet.Balance;
import dev.tradepost.domain.wallet.Hold;
import dev.tradepost.domain.wallet.Wallet;
import java.util.List;

/**
 * A wallet at one moment.
 *
 * @param due its holds whose time has run out but that nobody has ended yet: they do not count
 */
public record WalletView(Wallet wallet, List<Hold> due) {

  public WalletView {
    due = List.copyOf(due);
  }

  /** What can be spent of a balance. */
  public Money available(Balance balance) {
    return due.stream()
        .map(Hold::open)
        .filter(open -> open.currency().equals(balance.currency()))
        .reduce(balance.available(), Money::plus);
  }
}
