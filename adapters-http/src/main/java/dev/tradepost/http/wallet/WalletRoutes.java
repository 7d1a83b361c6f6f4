package dev.tradepost.http.wallet;

import dev.tradepost.application.wallet.AddMoney;
import dev.tradepost.application.wallet.ConvertMoney;
import dev.tradepost.application.wallet.CreateWallet;
import dev.tradepost.application.wallet.DeductMoney;
import dev.tradepost.application.wallet.Transaction;
import dev.tradepost.application.wallet.WalletView;
import dev.tradepost.application.wallet.WalletViews;
import dev.tradepost.application.wallet.Wallets;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.wallet.Wallet;
import dev.tradepost.domain.wallet.WalletReason;
import dev.tradepost.http.shared.Api;
import dev.tradepost.http.shared.Call;
import dev.tradepost.http.shared.Reply;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Wallets: making one, what is in it, money in and out. */
public final class WalletRoutes {
  private final Api api;
  private final WalletViews views;
  private final Clock clock;

  private WalletRoutes(Api api, WalletViews views, Clock clock) {
    this.api = api;
    this.views = views;
    this.clock = clock;
  }

  /** Puts the routes up. */
  public static void install(Api api, WalletViews views, Clock clock) {
    WalletRoutes routes = new WalletRoutes(api, views, clock);
    api.post("/wallet/create", routes::create);
    api.post("/wallet/add", routes::add);
    api.post("/wallet/deduct", routes::deduct);
    api.post("/wallet/convert", routes::convert);
    api.get("/wallet/mine", routes::mine);
    api.get("/wallet/{id}", routes::get, "at");
  }

  record CreateRequest(
      @Pattern(regexp = Call.ID) String userId, @Size(min = 3, max = 3) String currency) {}

  record MoveRequest(
      @NotNull String walletId,
      @NotNull BigDecimal amount,
      @Size(min = 3, max = 3) String currency,
      @Size(min = 1, max = 40) String category) {}

  record ConvertRequest(
      @NotNull String walletId,
      @NotNull @Size(min = 3, max = 3) String from,
      @NotNull @Size(min = 3, max = 3) String to,
      @NotNull BigDecimal amount) {}

  /** What was given and what was received for it. */
  record ConvertResponse(TransactionResponse given, TransactionResponse received) {}

  /** What a wallet had at a moment. */
  record PastResponse(
      WalletId walletId,
      UserId userId,
      String currency,
      Instant at,
      Money balance,
      List<PastBalance> balances) {}

  record PastBalance(String currency, Money balance) {}

  private Reply create(Call call) {
    CreateRequest body = call.bodyOr(CreateRequest.class, new CreateRequest(null, null));
    CreateWallet command =
        new CreateWallet(
            Optional.ofNullable(body.userId).map(UserId::new),
            WalletRequests.currency("currency", body.currency));
    return api.run(
        call,
        command,
        it -> Reply.created("/wallet/" + it.id(), it.version(), WalletResponse.of(it)));
  }

  private Reply add(Call call) {
    MoveRequest body = call.body(MoveRequest.class);
    AddMoney command =
        new AddMoney(
            WalletRequests.wallet("walletId", body.walletId),
            WalletRequests.amount(body.amount, body.currency),
            Optional.ofNullable(body.category));
    return api.run(call, command, WalletRoutes::moved);
  }

  private Reply deduct(Call call) {
    MoveRequest body = call.body(MoveRequest.class);
    DeductMoney command =
        new DeductMoney(
            WalletRequests.wallet("walletId", body.walletId),
            WalletRequests.amount(body.amount, body.currency),
            Optional.ofNullable(body.category));
    return api.run(call, command, WalletRoutes::moved);
  }

  private Reply convert(Call call) {
    ConvertRequest body = call.body(ConvertRequest.class);
    ConvertMoney command =
        new ConvertMoney(
            WalletRequests.wallet("walletId", body.walletId),
            WalletRequests.currency("from", body.from).orElseThrow(),
            WalletRequests.currency("to", body.to).orElseThrow(),
            body.amount);
    return api.run(
        call,
        command,
        lines ->
            Reply.created(
                history(lines.get(0)),
                new ConvertResponse(
                    TransactionResponse.of(lines.get(0)), TransactionResponse.of(lines.get(1)))));
  }

  /** The answer to money that has moved: the line it left. */
  static Reply moved(Transaction line) {
    return Reply.created(history(line), TransactionResponse.of(line));
  }

  private static String history(Transaction line) {
    return "/wallet/" + line.walletId() + "/transactions";
  }

  private Reply mine(Call call) {
    UserId user = call.actor().userId();
    return reply(
        views
            .ofUser(user, clock.instant())
            .orElseThrow(
                () ->
                    new Rejection(
                        WalletReason.WALLET_NOT_FOUND, "you have no wallet, make one first")));
  }

  private Reply get(Call call) {
    WalletId id = WalletRequests.id(call);
    WalletView view =
        views.find(id, call.actor(), clock.instant()).orElseThrow(() -> Wallets.notFound(id));
    return call.time("at").map(at -> past(view.wallet(), at)).orElseGet(() -> reply(view));
  }

  private static Reply reply(WalletView view) {
    return Reply.ok(view.wallet().version(), WalletResponse.of(view));
  }

  private Reply past(Wallet wallet, Instant at) {
    List<Money> balances = views.balancesAt(wallet.id(), at);
    Money first =
        balances.stream()
            .filter(it -> it.currency().equals(wallet.currency()))
            .findFirst()
            .orElse(Money.zero(wallet.currency()));
    return Reply.ok(
        new PastResponse(
            wallet.id(),
            wallet.userId(),
            wallet.currency().getCurrencyCode(),
            at,
            first,
            balances.stream()
                .map(it -> new PastBalance(it.currency().getCurrencyCode(), it))
                .toList()));
  }
}
