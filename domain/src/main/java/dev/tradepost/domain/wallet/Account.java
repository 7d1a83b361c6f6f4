package dev.tradepost.domain.wallet;

import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.WalletId;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * Where money can be, as the journal sees it. Wallets and escrows have a stored balance that is
 * never negative; the house's own accounts are only ever appended to, so that no two movements wait
 * for each other on them.
 *
 * @param owner whose, where there are many of the kind
 */
public record Account(Kind kind, Optional<UUID> owner) {

  /** The kinds of accounts. */
  public enum Kind {
    /** A user's wallet. */
    WALLET,
    /** Captured money of one order that is neither given back nor earned yet. */
    ESCROW,
    /** The world that money comes from; its balance is what came in, negative. */
    CASH_IN,
    /** The world that money goes to. */
    CASH_OUT,
    /** The card provider: what it owes the shop, negative. */
    PROVIDER,
    /** What the shop has earned. */
    REVENUE,
    /** The house's side of conversions; rounding remainders stay here. */
    FX
  }

  public Account {
    Objects.requireNonNull(kind);
    boolean many = kind == Kind.WALLET || kind == Kind.ESCROW;
    if (many != owner.isPresent()) {
      throw new IllegalArgumentException(kind + " with owner " + owner);
    }
  }

  static Account of(WalletId wallet) {
    return new Account(Kind.WALLET, Optional.of(wallet.value()));
  }

  static Account of(OrderId order) {
    return new Account(Kind.ESCROW, Optional.of(order.value()));
  }

  static Account house(Kind kind) {
    return new Account(kind, Optional.empty());
  }
}
