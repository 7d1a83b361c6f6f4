package dev.tradepost.domain.wallet;

import dev.tradepost.domain.shared.Money;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/**
 * One leg of an entry.
 *
 * @param amount what the account gains; negative for what it gives
 * @param line how it stands in the history of a wallet; only for wallets
 */
public record Posting(Account account, Money amount, Optional<Line> line) {

  public Posting {
    Objects.requireNonNull(account);
    if (amount.isZero()) {
      throw new IllegalArgumentException("a posting moves something");
    }
    if ((account.kind() == Account.Kind.WALLET) != line.isPresent()) {
      throw new IllegalArgumentException("postings to wallets, and no others, have a line");
    }
  }

  /**
   * A line in a wallet's history.
   *
   * @param seq its place in the history: 1 for the first, without gaps
   * @param balanceAfter of the posting's currency
   * @param at never before the line above it
   */
  public record Line(UUID id, long seq, MovementType type, Money balanceAfter, Instant at) {}
}
