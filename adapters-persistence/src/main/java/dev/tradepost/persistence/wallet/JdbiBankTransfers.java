package dev.tradepost.persistence.wallet;

import static dev.tradepost.persistence.shared.Columns.timestamp;

import dev.tradepost.application.port.EventSink;
import dev.tradepost.domain.shared.HoldId;
import dev.tradepost.domain.wallet.BankTransfer;
import dev.tradepost.domain.wallet.BankTransferId;
import dev.tradepost.persistence.shared.Batch;
import dev.tradepost.persistence.shared.JdbiStore;
import java.util.Collection;
import org.jdbi.v3.core.Handle;

/** Deposits and withdrawals. */
public final class JdbiBankTransfers extends JdbiStore<BankTransferId, BankTransfer> {

  public JdbiBankTransfers(Handle handle, EventSink events) {
    super(handle, events);
  }

  @Override
  protected BankTransferId idOf(BankTransfer transfer) {
    return transfer.id();
  }

  @Override
  protected Collection<BankTransfer> fetch(Collection<BankTransferId> ids, boolean lock) {
    return BankTransferRows.read(handle(), ids.stream().map(BankTransferId::value).toList(), lock);
  }

  @Override
  public void flush() {
    insertNew(
        """
        INSERT INTO bank_transfers
          (id, direction, wallet_id, user_id, currency, amount_minor, bank_account, hold_id,
           status, attempts, look_ups, last_answer, due_at, created_at, updated_at, version)
        VALUES (:id, :direction, :wallet, :user, :currency, :amount, :account, :hold,
           :status, :attempts, :lookUps, :answer, :due, :created, :updated, :version)""",
        (batch, transfer) -> {
          bindState(batch, transfer);
          batch
              .bind("direction", transfer.direction().name())
              .bind("wallet", transfer.walletId().value())
              .bind("user", transfer.userId().value())
              .bind("currency", transfer.amount().currency().getCurrencyCode())
              .bind("amount", transfer.amount().minor())
              .bind("account", transfer.bankAccount())
              .bind("hold", transfer.hold().map(HoldId::value).orElse(null))
              .bind("created", timestamp(transfer.createdAt()));
        });
    updateOld(
        """
        UPDATE bank_transfers
        SET status = :status, attempts = :attempts, look_ups = :lookUps, last_answer = :answer,
            due_at = :due, updated_at = :updated, version = :version
        WHERE id = :id AND version = :before""",
        JdbiBankTransfers::bindState);
  }

  private static void bindState(Batch batch, BankTransfer transfer) {
    batch
        .bind("id", transfer.id().value())
        .bind("status", transfer.status().name())
        .bind("attempts", transfer.attempts())
        .bind("lookUps", transfer.lookUps())
        .bind("answer", transfer.lastAnswer().map(Enum::name).orElse(null))
        .bind("due", timestamp(transfer.dueAt()))
        .bind("updated", timestamp(transfer.updatedAt()))
        .bind("version", transfer.version());
  }
}
