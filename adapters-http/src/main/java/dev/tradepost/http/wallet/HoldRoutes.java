package dev.tradepost.http.wallet;

import dev.tradepost.application.wallet.CaptureHold;
import dev.tradepost.application.wallet.HoldMoney;
import dev.tradepost.application.wallet.ReleaseHold;
import dev.tradepost.application.wallet.WalletViews;
import dev.tradepost.application.wallet.Wallets;
import dev.tradepost.domain.shared.HoldId;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.Hold;
import dev.tradepost.domain.wallet.HoldStatus;
import dev.tradepost.domain.wallet.WalletReason;
import dev.tradepost.http.shared.Api;
import dev.tradepost.http.shared.Call;
import dev.tradepost.http.shared.Listing;
import dev.tradepost.http.shared.Reply;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Money that is held back, claimed or let go. */
public final class HoldRoutes {
  private final Api api;
  private final WalletViews views;
  private final Clock clock;

  private HoldRoutes(Api api, WalletViews views, Clock clock) {
    this.api = api;
    this.views = views;
    this.clock = clock;
  }

  /** Puts the routes up. */
  public static void install(Api api, WalletViews views, Clock clock) {
    HoldRoutes routes = new HoldRoutes(api, views, clock);
    api.post("/wallet/{id}/holds", routes::place);
    api.get("/wallet/{id}/holds", routes::list, Api.PAGING);
    api.get("/wallet/holds/{id}", routes::get);
    api.post("/wallet/holds/{id}/capture", routes::capture);
    api.post("/wallet/holds/{id}/release", routes::release);
  }

  record HoldRequest(
      @NotNull BigDecimal amount,
      @Size(min = 3, max = 3) String currency,
      @Size(min = 1, max = 200) String purpose,
      Long expiresInSeconds) {}

  record CaptureRequest(BigDecimal amount) {}

  record HoldResponse(
      HoldId id,
      WalletId walletId,
      Money amount,
      Money capturedAmount,
      Money remainingAmount,
      String currency,
      String purpose,
      HoldStatus status,
      Instant createdAt,
      Optional<Instant> expiresAt) {

    static HoldResponse of(Hold hold) {
      return new HoldResponse(
          hold.id(),
          hold.walletId(),
          hold.amount(),
          hold.captured(),
          hold.open(),
          hold.amount().currency().getCurrencyCode(),
          hold.purpose(),
          hold.status(),
          hold.createdAt(),
          hold.expiresAt());
    }
  }

  private Reply place(Call call) {
    HoldRequest body = call.body(HoldRequest.class);
    HoldMoney command =
        new HoldMoney(
            WalletRequests.id(call),
            WalletRequests.amount(body.amount, body.currency),
            body.purpose == null ? "Hold" : body.purpose,
            Optional.ofNullable(body.expiresInSeconds).map(Duration::ofSeconds));
    return api.run(
        call, command, it -> Reply.created("/wallet/holds/" + it.id(), HoldResponse.of(it)));
  }

  private Reply list(Call call) {
    WalletId id = WalletRequests.id(call);
    views.find(id, call.actor(), clock.instant()).orElseThrow(() -> Wallets.notFound(id));
    var request = call.page();
    return Reply.ok(Listing.of(views.holds(id, request), request, HoldResponse::of));
  }

  private Reply get(Call call) {
    return Reply.ok(
        HoldResponse.of(views.hold(id(call), call.actor()).orElseThrow(HoldRoutes::notFound)));
  }

  private Reply capture(Call call) {
    CaptureRequest body = call.bodyOr(CaptureRequest.class, new CaptureRequest(null));
    CaptureHold command = new CaptureHold(id(call), Optional.ofNullable(body.amount));
    return api.run(call, command, it -> Reply.ok(HoldResponse.of(it)));
  }

  private Reply release(Call call) {
    call.requireNoFields();
    return api.run(call, new ReleaseHold(id(call)), it -> Reply.ok(HoldResponse.of(it)));
  }

  private static HoldId id(Call call) {
    return WalletRequests.id(call, HoldId::new, WalletReason.HOLD_NOT_FOUND, "hold");
  }

  private static Rejection notFound() {
    return new Rejection(WalletReason.HOLD_NOT_FOUND, "there is no such hold");
  }
}
