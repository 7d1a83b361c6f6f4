package dev.tradepost.http.wallet;

import dev.tradepost.application.process.SendMoney;
import dev.tradepost.application.wallet.ConfirmApproval;
import dev.tradepost.application.wallet.RejectApproval;
import dev.tradepost.application.wallet.TransferMoney;
import dev.tradepost.application.wallet.TransferOutcome;
import dev.tradepost.application.wallet.WalletViews;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.Approval;
import dev.tradepost.domain.wallet.ApprovalId;
import dev.tradepost.domain.wallet.ApprovalStatus;
import dev.tradepost.domain.wallet.WalletReason;
import dev.tradepost.http.shared.Api;
import dev.tradepost.http.shared.Call;
import dev.tradepost.http.shared.Reply;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** Money from one wallet to another, and the word a large one waits for. */
public final class TransferRoutes {
  private final Api api;
  private final WalletViews views;
  private final SendMoney sendMoney;

  private TransferRoutes(Api api, WalletViews views, SendMoney sendMoney) {
    this.api = api;
    this.views = views;
    this.sendMoney = sendMoney;
  }

  /** Puts the routes up. */
  public static void install(Api api, WalletViews views, SendMoney sendMoney) {
    TransferRoutes routes = new TransferRoutes(api, views, sendMoney);
    api.post("/wallet/transfer", routes::transfer);
    api.get("/wallet/approvals/{id}", routes::approval);
    api.post("/wallet/approvals/{id}/confirm", routes::confirm);
    api.post("/wallet/approvals/{id}/reject", routes::reject);
  }

  record TransferRequest(
      @NotNull String fromWalletId,
      @NotNull String toWalletId,
      @NotNull BigDecimal amount,
      @Size(min = 3, max = 3) String currency,
      @Size(min = 1, max = 40) String category) {}

  record ConfirmRequest(@Size(min = 1, max = 32) String otp) {}

  /** A transfer that waits. */
  record ApprovalResponse(
      ApprovalId approvalId,
      WalletId fromWalletId,
      WalletId toWalletId,
      Money amount,
      String currency,
      Optional<String> category,
      Approval.Approver approver,
      ApprovalStatus status,
      Instant createdAt,
      Instant expiresAt) {

    static ApprovalResponse of(Approval approval) {
      return new ApprovalResponse(
          approval.id(),
          approval.from(),
          approval.to(),
          approval.amount(),
          approval.amount().currency().getCurrencyCode(),
          approval.category(),
          approval.approver(),
          approval.status(),
          approval.createdAt(),
          approval.expiresAt());
    }
  }

  private Reply transfer(Call call) {
    TransferRequest body = call.body(TransferRequest.class);
    TransferMoney command =
        new TransferMoney(
            WalletRequests.wallet("fromWalletId", body.fromWalletId),
            WalletRequests.wallet("toWalletId", body.toWalletId),
            WalletRequests.amount(body.amount, body.currency),
            Optional.ofNullable(body.category));
    return api.run(
        call,
        once ->
            sendMoney.send(call.actor(), once, command, outcome -> reply(call, outcome).encode()));
  }

  private Reply confirm(Call call) {
    ConfirmRequest body = call.bodyOr(ConfirmRequest.class, new ConfirmRequest(null));
    ConfirmApproval command = new ConfirmApproval(id(call), Optional.ofNullable(body.otp));
    return api.run(call, command, outcome -> reply(call, outcome));
  }

  private Reply reject(Call call) {
    call.requireNoFields();
    return api.run(call, new RejectApproval(id(call)), it -> Reply.ok(ApprovalResponse.of(it)));
  }

  private Reply approval(Call call) {
    ApprovalId id = id(call);
    return Reply.ok(
        ApprovalResponse.of(
            views.approval(id, call.actor()).orElseThrow(() -> ConfirmApproval.notFound(id))));
  }

  private static ApprovalId id(Call call) {
    return WalletRequests.id(call, ApprovalId::new, WalletReason.APPROVAL_NOT_FOUND, "approval");
  }

  private static Reply reply(Call call, TransferOutcome outcome) {
    if (outcome instanceof TransferOutcome.Done done) {
      return WalletRoutes.moved(done.transaction());
    }
    if (outcome instanceof TransferOutcome.Waiting waiting) {
      String location = "/wallet/approvals/" + waiting.approval().id();
      return Reply.created(location, ApprovalResponse.of(waiting.approval())).withStatus(202);
    }
    return Reply.refused(call.problem(((TransferOutcome.Refused) outcome).rejection()));
  }
}
