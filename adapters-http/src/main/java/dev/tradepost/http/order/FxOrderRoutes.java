package dev.tradepost.http.order;

import dev.tradepost.application.trade.AddTrade;
import dev.tradepost.application.trade.AmendFxOrder;
import dev.tradepost.application.trade.FxOrderView;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.trade.Instrument;
import dev.tradepost.domain.trade.Instruments;
import dev.tradepost.http.shared.Api;
import dev.tradepost.http.shared.Call;
import dev.tradepost.http.shared.Reply;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/** What only orders of currencies have: trades, another amount, the pairs that are traded. */
public final class FxOrderRoutes {
  private final Api api;
  private final Instruments instruments;

  private FxOrderRoutes(Api api, Instruments instruments) {
    this.api = api;
    this.instruments = instruments;
  }

  /** Puts the routes up. */
  public static void install(Api api, Instruments instruments) {
    FxOrderRoutes routes = new FxOrderRoutes(api, instruments);
    api.post("/orders/{id}/trades", routes::trade);
    api.patch("/orders/{id}", routes::amend);
    api.get("/instruments", routes::instruments);
  }

  record TradeRequest(
      @NotNull BigDecimal executedAmount,
      @NotNull BigDecimal executedPrice,
      @Size(min = 1, max = 64) String externalTradeId) {}

  record AmendRequest(@NotNull BigDecimal amount) {}

  record InstrumentsResponse(List<InstrumentResponse> data) {}

  record InstrumentResponse(String pair, BigDecimal tick, Money lot) {
    static InstrumentResponse of(Instrument instrument) {
      return new InstrumentResponse(
          instrument.pair().toString(), instrument.tick(), instrument.lot());
    }
  }

  private Reply trade(Call call) {
    TradeRequest body = call.body(TradeRequest.class);
    AddTrade command =
        new AddTrade(
            OrderRoutes.id(call),
            body.executedAmount,
            body.executedPrice,
            Optional.ofNullable(body.externalTradeId),
            call.expectedVersion());
    return api.run(call, command, OrderRoutes::created);
  }

  private Reply amend(Call call) {
    AmendRequest body = call.body(AmendRequest.class);
    AmendFxOrder command =
        new AmendFxOrder(OrderRoutes.id(call), body.amount, call.expectedVersion());
    return api.run(call, command, (FxOrderView view) -> OrderRoutes.changed(view));
  }

  private Reply instruments(Call call) {
    return Reply.ok(
        new InstrumentsResponse(instruments.all().stream().map(InstrumentResponse::of).toList()));
  }
}
