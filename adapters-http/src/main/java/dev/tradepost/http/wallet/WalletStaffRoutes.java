package dev.tradepost.http.wallet;

import dev.tradepost.application.wallet.CloseWallet;
import dev.tradepost.application.wallet.FreezeWallet;
import dev.tradepost.application.wallet.LimitWallet;
import dev.tradepost.application.wallet.ReopenWallet;
import dev.tradepost.application.wallet.UnfreezeWallet;
import dev.tradepost.domain.wallet.Freeze;
import dev.tradepost.domain.wallet.Wallet;
import dev.tradepost.http.shared.Api;
import dev.tradepost.http.shared.Call;
import dev.tradepost.http.shared.Reply;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.Optional;

/** What is done to a wallet as a whole: freezing, closing, limits. */
public final class WalletStaffRoutes {
  private final Api api;

  private WalletStaffRoutes(Api api) {
    this.api = api;
  }

  /** Puts the routes up. */
  public static void install(Api api) {
    WalletStaffRoutes routes = new WalletStaffRoutes(api);
    api.post("/wallet/{id}/freeze", routes::freeze);
    api.post("/wallet/{id}/unfreeze", routes::unfreeze);
    api.post("/wallet/{id}/close", routes::close);
    api.post("/wallet/{id}/reopen", routes::reopen);
    api.put("/wallet/{id}/limits", routes::limit);
  }

  record FreezeRequest(Boolean debits, Boolean credits, @NotBlank @Size(max = 500) String reason) {}

  record LimitsRequest(
      @Size(min = 3, max = 3) String currency,
      BigDecimal perTransaction,
      BigDecimal daily,
      BigDecimal monthly) {}

  private Reply freeze(Call call) {
    FreezeRequest body = call.body(FreezeRequest.class);
    Freeze freeze =
        new Freeze(
            Boolean.TRUE.equals(body.debits), Boolean.TRUE.equals(body.credits), body.reason);
    return api.run(
        call,
        new FreezeWallet(WalletRequests.id(call), freeze, call.expectedVersion()),
        WalletStaffRoutes::changed);
  }

  private Reply unfreeze(Call call) {
    call.requireNoFields();
    return api.run(
        call,
        new UnfreezeWallet(WalletRequests.id(call), call.expectedVersion()),
        WalletStaffRoutes::changed);
  }

  private Reply close(Call call) {
    call.requireNoFields();
    return api.run(
        call,
        new CloseWallet(WalletRequests.id(call), call.expectedVersion()),
        WalletStaffRoutes::changed);
  }

  private Reply reopen(Call call) {
    call.requireNoFields();
    return api.run(
        call,
        new ReopenWallet(WalletRequests.id(call), call.expectedVersion()),
        WalletStaffRoutes::changed);
  }

  private Reply limit(Call call) {
    LimitsRequest body = call.body(LimitsRequest.class);
    LimitWallet command =
        new LimitWallet(
            WalletRequests.id(call),
            WalletRequests.currency("currency", body.currency),
            Optional.ofNullable(body.perTransaction),
            Optional.ofNullable(body.daily),
            Optional.ofNullable(body.monthly),
            call.expectedVersion());
    return api.run(call, command, WalletStaffRoutes::changed);
  }

  private static Reply changed(Wallet wallet) {
    return Reply.ok(wallet.version(), WalletResponse.of(wallet));
  }
}
