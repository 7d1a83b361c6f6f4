package dev.tradepost.domain.trade;

import dev.tradepost.domain.shared.DomainEvent;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.OrderNumber;
import java.math.BigDecimal;

/** What happens to an order of currencies. */
public sealed interface FxEvent extends DomainEvent {

  /** Somebody wants to buy or sell. */
  record Placed(
      OrderId orderId,
      OrderNumber orderNumber,
      String pair,
      Side side,
      Money amount,
      BigDecimal price,
      FxStatus status,
      Money filled,
      Money remaining)
      implements FxEvent {
    @Override
    public String type() {
      return "fx_order.placed";
    }
  }

  /** Some of it was executed. */
  record TradeAdded(
      OrderId orderId, Trade trade, FxStatus from, FxStatus to, Money filled, Money remaining)
      implements FxEvent {
    @Override
    public String type() {
      return "fx_order.trade_added";
    }
  }

  /** Its total amount was changed. */
  record Amended(
      OrderId orderId, Money amount, FxStatus from, FxStatus to, Money filled, Money remaining)
      implements FxEvent {
    @Override
    public String type() {
      return "fx_order.amended";
    }
  }

  /** It was called off. */
  record Cancelled(
      OrderId orderId, FxStatus from, Money filled, Money remaining, Money cancelled, String reason)
      implements FxEvent {
    @Override
    public String type() {
      return "fx_order.cancelled";
    }
  }
}
