package dev.tradepost.application.wallet;

import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.wallet.Approval;
import dev.tradepost.domain.wallet.ApprovalId;

/** Calls off a transfer that waits, by its owner or by the shop's staff. */
public record RejectApproval(ApprovalId id) implements UseCase<Approval> {

  @Override
  public Approval run(UnitOfWork work) {
    Approval approval = ConfirmApproval.get(work, id);
    Change<Approval> rejected = approval.reject();
    work.approvals().save(rejected);
    return rejected.state();
  }
}
