package dev.tradepost.application.trade;

import dev.tradepost.application.order.AnyOrder;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.OrderNumber;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.trade.FxOrder;
import dev.tradepost.domain.trade.Trade;
import java.time.Instant;
import java.util.List;

/** An order of currencies and its trades, the first one first, as both stood at one moment. */
public record FxOrderView(FxOrder order, List<Trade> trades) implements AnyOrder {

  public FxOrderView {
    trades = List.copyOf(trades);
  }

  @Override
  public OrderId id() {
    return order.id();
  }

  @Override
  public OrderNumber number() {
    return order.number();
  }

  @Override
  public UserId userId() {
    return order.userId();
  }

  @Override
  public String status() {
    return order.status().name();
  }

  @Override
  public long version() {
    return order.version();
  }

  @Override
  public Instant createdAt() {
    return order.createdAt();
  }
}
