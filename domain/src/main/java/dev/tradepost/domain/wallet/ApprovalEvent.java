package dev.tradepost.domain.wallet;

import dev.tradepost.domain.shared.DomainEvent;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.WalletId;
import java.time.Instant;

/** What happens to an approval. */
public sealed interface ApprovalEvent extends DomainEvent {

  /** A transfer waits. */
  record Requested(
      ApprovalId approvalId,
      WalletId from,
      WalletId to,
      Money amount,
      Approval.Approver approver,
      Instant expiresAt)
      implements ApprovalEvent {
    @Override
    public String type() {
      return "approval.requested";
    }
  }

  /** It was confirmed, a wrong code was given, or one too many. */
  record Answered(ApprovalId approvalId, ApprovalAction action, ApprovalStatus status)
      implements ApprovalEvent {
    @Override
    public String type() {
      return "approval.answered";
    }
  }
}
