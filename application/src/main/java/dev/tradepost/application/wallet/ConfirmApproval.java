package dev.tradepost.application.wallet;

import dev.tradepost.application.Role;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.Text;
import dev.tradepost.domain.wallet.Approval;
import dev.tradepost.domain.wallet.ApprovalId;
import dev.tradepost.domain.wallet.WalletReason;
import java.util.Optional;

/**
 * Gives the word a transfer waits for, and makes it: the owner's code, or the word of the shop's
 * staff. A wrong code is counted.
 */
public record ConfirmApproval(ApprovalId id, Optional<String> code)
    implements UseCase<TransferOutcome> {

  @Override
  public TransferOutcome run(UnitOfWork work) {
    Approval approval = get(work, id);
    if (approval.approver() == Approval.Approver.STAFF && !work.actor().has(Role.STAFF)) {
      throw new Rejection(
          WalletReason.STAFF_APPROVES, "the shop's staff decide about this transfer");
    }
    if (approval.approver() == Approval.Approver.OWNER
        && !approval.accepts(Text.require("otp", code.orElse(null), 32))) {
      Change<Approval> missed = approval.miss();
      work.approvals().save(missed);
      return new TransferOutcome.Refused(
          new Rejection(WalletReason.WRONG_CODE, "this is not the code that was sent").at("otp"));
    }
    TransferOutcome made = TransferMoney.approved(work, approval);
    work.approvals().save(approval.confirm());
    return made;
  }

  /** Gets and locks an approval that is there for the caller and still waits. */
  static Approval get(UnitOfWork work, ApprovalId id) {
    Approval approval =
        work.approvals()
            .get(id)
            .filter(found -> work.actor().mayActFor(found.userId()))
            .orElseThrow(() -> notFound(id));
    approval.requireWaiting(work.now());
    return approval;
  }

  /** The refusal where there is no such approval, or not for this caller. */
  public static Rejection notFound(ApprovalId id) {
    return new Rejection(WalletReason.APPROVAL_NOT_FOUND, "there is no approval " + id);
  }
}
