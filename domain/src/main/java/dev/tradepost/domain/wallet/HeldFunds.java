package dev.tradepost.domain.wallet;

import dev.tradepost.domain.shared.Change;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Both sides of holding money back or letting it go; they are saved together. */
public record HeldFunds(Change<Wallet> wallet, List<Change<Hold>> holds) {

  public HeldFunds {
    holds = List.copyOf(holds);
  }

  /** A wallet whose holds did not change. */
  public static HeldFunds none(Wallet wallet) {
    return new HeldFunds(new Change<>(wallet, List.of()), List.of());
  }

  /** The wallet as it is after it. */
  public Wallet state() {
    return wallet.state();
  }

  /** Goes on with the wallet as it is now, and keeps the changes of both. */
  public HeldFunds then(Function<Wallet, HeldFunds> next) {
    List<Change<Hold>> all = new ArrayList<>(holds);
    Change<Wallet> both =
        wallet.then(
            it -> {
              HeldFunds more = next.apply(it);
              all.addAll(more.holds);
              return more.wallet;
            });
    return new HeldFunds(both, all);
  }

  /** A hold of this wallet as it is after it. */
  public Hold latest(Hold hold) {
    return holds.stream()
        .map(Change::state)
        .filter(it -> it.id().equals(hold.id()))
        .findFirst()
        .orElse(hold);
  }
}
