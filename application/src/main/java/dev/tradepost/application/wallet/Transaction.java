package dev.tradepost.application.wallet;

import dev.tradepost.application.port.Page;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.Booked;
import dev.tradepost.domain.wallet.EntryType;
import dev.tradepost.domain.wallet.JournalEntry;
import dev.tradepost.domain.wallet.MovementType;
import dev.tradepost.domain.wallet.Posting;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A line of a wallet's history: the journal as one wallet sees it.
 *
 * @param seq its place, 1 for the first, without gaps
 * @param kind why the money moved
 * @param amount always positive; the type says which way it went
 * @param referenceId what it belongs to; the same on both sides of a transfer
 * @param counterparty the other wallet of a transfer
 */
public record Transaction(
    UUID id,
    WalletId walletId,
    long seq,
    MovementType type,
    EntryType kind,
    Money amount,
    Money balanceAfter,
    Optional<UUID> referenceId,
    Optional<WalletId> counterparty,
    Optional<String> category,
    Optional<String> detail,
    Instant createdAt) {

  /** The lines that a movement adds to the history of this wallet. */
  public static List<Transaction> of(Booked booked, WalletId wallet) {
    return of(booked.entry(), wallet);
  }

  /** The lines of an entry in the history of this wallet. */
  public static List<Transaction> of(JournalEntry entry, WalletId wallet) {
    return entry.postings().stream()
        .filter(it -> it.line().isPresent())
        .filter(it -> it.account().owner().equals(Optional.of(wallet.value())))
        .map(it -> of(entry, it, wallet))
        .toList();
  }

  private static Transaction of(JournalEntry entry, Posting posting, WalletId wallet) {
    Posting.Line line = posting.line().orElseThrow();
    Money gain = posting.amount();
    Optional<UUID> other =
        line.type() == MovementType.TRANSFER_OUT ? entry.payee() : otherSide(entry, line);
    return new Transaction(
        line.id(),
        wallet,
        line.seq(),
        line.type(),
        entry.type(),
        gain.isNegative() ? gain.times(-1) : gain,
        line.balanceAfter(),
        entry.reference(),
        other.map(WalletId::new),
        entry.category(),
        entry.detail(),
        line.at());
  }

  private static Optional<UUID> otherSide(JournalEntry entry, Posting.Line line) {
    return line.type() == MovementType.TRANSFER_IN ? entry.payer() : Optional.empty();
  }

  /** Where the line stands in a paged list. */
  public Page.Cursor cursor() {
    return new Page.Cursor(createdAt, String.valueOf(seq));
  }
}
