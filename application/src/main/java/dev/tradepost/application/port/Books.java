package dev.tradepost.application.port;

import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.JournalEntry;
import dev.tradepost.domain.wallet.RiskDecision;

/** What is only ever added to: the journal, and what the rules against fraud decided. */
public interface Books {

  void post(JournalEntry entry);

  void note(RiskDecision decision);

  /** Whether a transfer from one wallet to the other was ever made. */
  boolean hasPaid(WalletId from, WalletId to);
}
