package dev.tradepost.http.wallet;

import dev.tradepost.application.wallet.Transaction;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.EntryType;
import dev.tradepost.domain.wallet.MovementType;
import dev.tradepost.http.shared.Csv;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A line of a wallet's history as clients see it. */
record TransactionResponse(
    UUID id,
    WalletId walletId,
    MovementType type,
    EntryType kind,
    Money amount,
    String currency,
    Money balanceAfter,
    Optional<UUID> referenceId,
    Optional<WalletId> counterpartyWalletId,
    Optional<String> category,
    Optional<String> detail,
    Instant createdAt) {

  static TransactionResponse of(Transaction line) {
    return new TransactionResponse(
        line.id(),
        line.walletId(),
        line.type(),
        line.kind(),
        line.amount(),
        line.amount().currency().getCurrencyCode(),
        line.balanceAfter(),
        line.referenceId(),
        line.counterparty(),
        line.category(),
        line.detail(),
        line.createdAt());
  }

  /** The same as a row of a file; what is missing is an empty cell. */
  record Row(
      UUID id,
      Instant createdAt,
      MovementType type,
      EntryType kind,
      Money amount,
      String currency,
      Money balanceAfter,
      String referenceId,
      String counterpartyWalletId,
      String category,
      String detail) {

    static Row of(Transaction line) {
      return new Row(
          line.id(),
          line.createdAt(),
          line.type(),
          line.kind(),
          line.amount(),
          line.amount().currency().getCurrencyCode(),
          line.balanceAfter(),
          line.referenceId().map(UUID::toString).orElse(""),
          line.counterparty().map(WalletId::toString).orElse(""),
          Csv.text(line.category()),
          Csv.text(line.detail()));
    }
  }
}
