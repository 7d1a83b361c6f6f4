package dev.tradepost.http.wallet;

import dev.tradepost.application.process.MoveThroughBank;
import dev.tradepost.application.wallet.BankTransfers;
import dev.tradepost.application.wallet.RequestBankTransfer;
import dev.tradepost.application.wallet.WalletViews;
import dev.tradepost.domain.shared.HoldId;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.BankAnswer;
import dev.tradepost.domain.wallet.BankTransfer;
import dev.tradepost.domain.wallet.BankTransfer.Direction;
import dev.tradepost.domain.wallet.BankTransferId;
import dev.tradepost.domain.wallet.BankTransferStatus;
import dev.tradepost.domain.wallet.WalletReason;
import dev.tradepost.http.shared.Api;
import dev.tradepost.http.shared.Call;
import dev.tradepost.http.shared.Reply;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** Money from a bank and to one. */
public final class BankRoutes {
  private final Api api;
  private final WalletViews views;
  private final MoveThroughBank bank;

  private BankRoutes(Api api, WalletViews views, MoveThroughBank bank) {
    this.api = api;
    this.views = views;
    this.bank = bank;
  }

  /** Puts the routes up. */
  public static void install(Api api, WalletViews views, MoveThroughBank bank) {
    BankRoutes routes = new BankRoutes(api, views, bank);
    api.post("/wallet/{id}/deposits", call -> routes.move(call, Direction.DEPOSIT));
    api.post("/wallet/{id}/withdrawals", call -> routes.move(call, Direction.WITHDRAWAL));
    api.get("/wallet/bank-transfers/{id}", routes::get);
  }

  record BankRequest(
      @NotNull BigDecimal amount,
      @Size(min = 3, max = 3) String currency,
      @NotNull
          @Pattern(
              regexp = "success|declined|timeout|flaky|unknown|late",
              message = "must be one of success, declined, timeout, flaky, unknown, late")
          String bankAccount) {}

  record BankResponse(
      BankTransferId id,
      Direction direction,
      WalletId walletId,
      Money amount,
      String currency,
      String bankAccount,
      BankTransferStatus status,
      int attempts,
      int lookUps,
      Optional<BankAnswer> lastAnswer,
      Optional<Instant> nextAttemptAt,
      Optional<HoldId> holdId,
      Instant createdAt,
      Instant updatedAt) {

    static BankResponse of(BankTransfer transfer) {
      return new BankResponse(
          transfer.id(),
          transfer.direction(),
          transfer.walletId(),
          transfer.amount(),
          transfer.amount().currency().getCurrencyCode(),
          transfer.bankAccount(),
          transfer.status(),
          transfer.attempts(),
          transfer.lookUps(),
          transfer.lastAnswer(),
          transfer.dueAt(),
          transfer.hold(),
          transfer.createdAt(),
          transfer.updatedAt());
    }
  }

  private Reply move(Call call, Direction direction) {
    BankRequest body = call.body(BankRequest.class);
    RequestBankTransfer command =
        new RequestBankTransfer(
            WalletRequests.id(call),
            direction,
            WalletRequests.amount(body.amount, body.currency),
            body.bankAccount);
    return api.run(call, once -> bank.move(call.actor(), once, command, it -> reply(it).encode()));
  }

  /** Created when it has ended; accepted while the bank is to be asked again. */
  private static Reply reply(BankTransfer transfer) {
    return Reply.created("/wallet/bank-transfers/" + transfer.id(), BankResponse.of(transfer))
        .withStatus(transfer.inProgress() ? 202 : 201);
  }

  private Reply get(Call call) {
    BankTransferId id =
        WalletRequests.id(
            call, BankTransferId::new, WalletReason.BANK_TRANSFER_NOT_FOUND, "bank transfer");
    return Reply.ok(
        BankResponse.of(
            views.bankTransfer(id, call.actor()).orElseThrow(() -> BankTransfers.notFound(id))));
  }
}
