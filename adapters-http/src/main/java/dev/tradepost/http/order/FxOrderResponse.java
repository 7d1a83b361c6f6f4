package dev.tradepost.http.order;

import dev.tradepost.application.trade.FxOrderView;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.OrderNumber;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.trade.FxAction;
import dev.tradepost.domain.trade.FxOrder;
import dev.tradepost.domain.trade.FxStatus;
import dev.tradepost.domain.trade.OrderType;
import dev.tradepost.domain.trade.Settlement;
import dev.tradepost.domain.trade.Side;
import dev.tradepost.domain.trade.Trade;
import dev.tradepost.domain.trade.TradeId;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An order of currencies as clients see it; amounts are of the base currency. */
record FxOrderResponse(
    OrderId id,
    OrderNumber orderNumber,
    String kind,
    UserId userId,
    String pair,
    Side type,
    OrderType orderType,
    Settlement settlement,
    Optional<String> clientOrderId,
    Money amount,
    BigDecimal price,
    FxStatus status,
    Set<FxAction> allowedActions,
    Money filledAmount,
    Money remainingAmount,
    Money cancelledAmount,
    Optional<BigDecimal> averagePrice,
    List<TradeResponse> trades,
    long version,
    Instant createdAt,
    Instant updatedAt) {

  /** What kind of order this is, beside those of goods. */
  static final String KIND = "FX";

  record TradeResponse(
      TradeId tradeId,
      Money executedAmount,
      BigDecimal executedPrice,
      Optional<String> externalTradeId,
      Instant timestamp) {

    static TradeResponse of(Trade trade) {
      return new TradeResponse(
          trade.id(),
          trade.executedAmount(),
          trade.executedPrice(),
          trade.externalTradeId(),
          trade.timestamp());
    }
  }

  static FxOrderResponse of(FxOrderView view) {
    FxOrder order = view.order();
    return new FxOrderResponse(
        order.id(),
        order.number(),
        KIND,
        order.userId(),
        order.pair().toString(),
        order.side(),
        order.type(),
        order.settlement(),
        order.clientOrderId(),
        order.amount(),
        order.price(),
        order.status(),
        order.allowedActions(),
        order.filled(),
        order.remaining(),
        order.cancelled(),
        order.averagePrice(),
        view.trades().stream().map(TradeResponse::of).toList(),
        order.version(),
        order.createdAt(),
        order.updatedAt());
  }
}
