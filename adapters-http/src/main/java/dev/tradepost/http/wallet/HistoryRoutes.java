package dev.tradepost.http.wallet;

import dev.tradepost.application.wallet.WalletViews;
import dev.tradepost.application.wallet.Wallets;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.FraudRule.Verdict;
import dev.tradepost.domain.wallet.MovementType;
import dev.tradepost.domain.wallet.RiskDecision;
import dev.tradepost.http.shared.Api;
import dev.tradepost.http.shared.Call;
import dev.tradepost.http.shared.Csv;
import dev.tradepost.http.shared.Listing;
import dev.tradepost.http.shared.Reply;
import dev.tradepost.http.shared.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** What has happened in a wallet. */
public final class HistoryRoutes {
  private static final String[] TYPES =
      Arrays.stream(MovementType.values()).map(Enum::name).toArray(String[]::new);

  private final WalletViews views;
  private final Clock clock;

  private HistoryRoutes(WalletViews views, Clock clock) {
    this.views = views;
    this.clock = clock;
  }

  /** Puts the routes up. */
  public static void install(Api api, WalletViews views, Clock clock) {
    HistoryRoutes routes = new HistoryRoutes(views, clock);
    api.getWithFile(
        "/wallet/{id}/transactions",
        routes::transactions,
        "type",
        "category",
        "from",
        "to",
        "limit",
        "page",
        "cursor");
    api.getWithFile(
        "/wallet/{id}/transactions.csv", routes::file, "type", "category", "from", "to");
    api.get("/wallet/{id}/decisions", routes::decisions, Api.PAGING);
  }

  private Response transactions(Call call) {
    if (Csv.wanted(call)) {
      return file(call);
    }
    WalletId id = visible(call);
    var request = call.page();
    return Reply.ok(
        Listing.of(views.history(id, filter(call), request), request, TransactionResponse::of));
  }

  private Response file(Call call) {
    WalletId id = visible(call);
    WalletViews.Filter filter = filter(call);
    return Csv.file(
        "transactions-" + id + ".csv",
        TransactionResponse.Row.class,
        each -> views.export(id, filter, it -> each.accept(TransactionResponse.Row.of(it))));
  }

  private static WalletViews.Filter filter(Call call) {
    return new WalletViews.Filter(
        call.oneOf("type", TYPES).map(MovementType::valueOf),
        call.parameter("category"),
        call.time("from"),
        call.time("to"));
  }

  record DecisionResponse(
      UUID id,
      WalletId walletId,
      WalletId payeeWalletId,
      Money amount,
      String currency,
      Verdict verdict,
      List<String> findings,
      UserId actor,
      Instant at) {

    static DecisionResponse of(RiskDecision decision) {
      return new DecisionResponse(
          decision.id(),
          decision.from(),
          decision.to(),
          decision.amount(),
          decision.amount().currency().getCurrencyCode(),
          decision.verdict(),
          decision.findings(),
          decision.stamp().by(),
          decision.stamp().at());
    }
  }

  private Reply decisions(Call call) {
    call.requireStaff();
    WalletId id = visible(call);
    var request = call.page();
    return Reply.ok(Listing.of(views.decisions(id, request), request, DecisionResponse::of));
  }

  private WalletId visible(Call call) {
    WalletId id = WalletRequests.id(call);
    views.find(id, call.actor(), clock.instant()).orElseThrow(() -> Wallets.notFound(id));
    return id;
  }
}
