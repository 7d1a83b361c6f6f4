package dev.tradepost.application.port;

import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.trade.FxOrder;
import dev.tradepost.domain.trade.Trade;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Orders of currencies, and the trades they do not carry with them. */
public interface FxOrderStore extends Store<OrderId, FxOrder> {

  /** The order a user calls this, if there is one; locks nothing. */
  Optional<OrderId> readByClientOrderId(UserId user, String clientOrderId);

  /** The trade of an order that is called this where it was made; locks nothing. */
  default Optional<Trade> readTrade(FxOrder order, String externalTradeId) {
    return readTrades(order).stream()
        .filter(it -> it.externalTradeId().equals(Optional.of(externalTradeId)))
        .findFirst();
  }

  /** Reads the trades of several orders at once, for {@link #readTrades} to know them. */
  default void lookUpTrades(Collection<FxOrder> orders) {}

  /** The trades of an order, the first one first, with those of this unit of work. */
  List<Trade> readTrades(FxOrder order);
}
