package dev.tradepost.persistence.wallet;

import static dev.tradepost.persistence.shared.Columns.timestamp;

import dev.tradepost.application.port.EventSink;
import dev.tradepost.domain.wallet.Approval;
import dev.tradepost.domain.wallet.ApprovalId;
import dev.tradepost.domain.wallet.OneTimeCode;
import dev.tradepost.persistence.shared.Batch;
import dev.tradepost.persistence.shared.JdbiStore;
import java.util.Collection;
import org.jdbi.v3.core.Handle;

/** Approvals. */
public final class JdbiApprovals extends JdbiStore<ApprovalId, Approval> {

  public JdbiApprovals(Handle handle, EventSink events) {
    super(handle, events);
  }

  @Override
  protected ApprovalId idOf(Approval approval) {
    return approval.id();
  }

  @Override
  protected Collection<Approval> fetch(Collection<ApprovalId> ids, boolean lock) {
    return ApprovalRows.read(handle(), ids.stream().map(ApprovalId::value).toList(), lock);
  }

  @Override
  public void flush() {
    insertNew(
        """
        INSERT INTO approvals
          (id, user_id, from_wallet, to_wallet, currency, amount_minor, category, code_salt,
           code_hash, status, wrong_codes, created_at, expires_at, version)
        VALUES (:id, :user, :from, :to, :currency, :amount, :category, :salt,
           :hash, :status, :wrong, :created, :expires, :version)""",
        (batch, approval) -> {
          bindState(batch, approval);
          batch
              .bind("user", approval.userId().value())
              .bind("from", approval.from().value())
              .bind("to", approval.to().value())
              .bind("currency", approval.amount().currency().getCurrencyCode())
              .bind("amount", approval.amount().minor())
              .bind("category", approval.category().orElse(null))
              .bind("salt", approval.code().map(OneTimeCode::salt).orElse(null))
              .bind("hash", approval.code().map(OneTimeCode::hash).orElse(null))
              .bind("created", timestamp(approval.createdAt()))
              .bind("expires", timestamp(approval.expiresAt()));
        });
    updateOld(
        """
        UPDATE approvals SET status = :status, wrong_codes = :wrong, version = :version
        WHERE id = :id AND version = :before""",
        JdbiApprovals::bindState);
  }

  private static void bindState(Batch batch, Approval approval) {
    batch
        .bind("id", approval.id().value())
        .bind("status", approval.status().name())
        .bind("wrong", approval.wrongCodes())
        .bind("version", approval.version());
  }
}
