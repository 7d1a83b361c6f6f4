package dev.tradepost.domain.wallet;

import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.WalletId;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A movement of money, ready to be saved: the entry and everything that it changes. */
public record Booked(
    JournalEntry entry,
    Map<WalletId, Change<Wallet>> wallets,
    List<Change<Hold>> holds,
    List<Change<Escrow>> escrows) {

  public Booked {
    wallets = Collections.unmodifiableMap(new TreeMap<>(wallets));
    holds = List.copyOf(holds);
    escrows = List.copyOf(escrows);
  }

  /** This wallet as it is after the movement. */
  public Wallet wallet(WalletId id) {
    return wallets.get(id).state();
  }
}
