package dev.tradepost.application.contract;

import dev.tradepost.application.Actor;
import dev.tradepost.application.trade.AddTrade;
import dev.tradepost.application.trade.AmendFxOrder;
import dev.tradepost.application.trade.CancelFxOrder;
import dev.tradepost.application.trade.FxOrderView;
import dev.tradepost.application.trade.PlaceFxOrder;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.trade.FxOrder;
import dev.tradepost.domain.trade.FxStatus;
import dev.tradepost.domain.trade.OrderType;
import dev.tradepost.domain.trade.Pair;
import dev.tradepost.domain.trade.Settlement;
import dev.tradepost.domain.trade.Side;
import dev.tradepost.domain.trade.Trade;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** The ground the contracts of trading stand on: words for what traders do. */
public abstract class TradingContract extends StorageContract {
  protected static final Pair EUR_USD = Pair.of("EUR/USD");
  protected static final OptionalLong ANY_VERSION = OptionalLong.empty();
  protected static final Optional<String> NONE = Optional.empty();

  protected static BigDecimal number(String text) {
    return new BigDecimal(text);
  }

  protected static Money eur(String amount) {
    return Money.of(amount, "EUR");
  }

  protected static Money usd(String amount) {
    return Money.of(amount, "USD");
  }

  /** An order of euros for dollars at an indicative price. */
  protected static PlaceFxOrder wanted(
      Side side, String amount, String price, Settlement settlement) {
    return new PlaceFxOrder(
        Optional.empty(),
        EUR_USD,
        side,
        OrderType.INDICATIVE,
        number(amount),
        number(price),
        settlement,
        NONE);
  }

  /** A record of buying euros, at about 1.105 dollars. */
  protected static PlaceFxOrder buying(String euros) {
    return wanted(Side.BUY, euros, "1.105", Settlement.NONE);
  }

  /** The same under a name of the user's. */
  protected static PlaceFxOrder buying(String euros, String clientOrderId) {
    return new PlaceFxOrder(
        Optional.empty(),
        EUR_USD,
        Side.BUY,
        OrderType.INDICATIVE,
        number(euros),
        number("1.105"),
        Settlement.NONE,
        Optional.of(clientOrderId));
  }

  /** An order of Alice's. */
  protected final OrderId placed(PlaceFxOrder order) {
    return execute(ALICE, order).id();
  }

  protected static AddTrade trade(OrderId id, String euros, String price) {
    return new AddTrade(id, number(euros), number(price), NONE, ANY_VERSION);
  }

  protected static AddTrade trade(OrderId id, String euros, String price, String external) {
    return new AddTrade(id, number(euros), number(price), Optional.of(external), ANY_VERSION);
  }

  /** A trade of an order of Alice's. */
  protected final FxOrder traded(OrderId id, String euros, String price) {
    return execute(ALICE, trade(id, euros, price)).order();
  }

  protected static CancelFxOrder cancel(OrderId id) {
    return new CancelFxOrder(id, NONE, ANY_VERSION);
  }

  protected static AmendFxOrder amend(OrderId id, String euros) {
    return new AmendFxOrder(id, number(euros), ANY_VERSION);
  }

  /** The order with its trades as it is read now. */
  protected final FxOrderView seen(OrderId id) {
    return seen(id, CLERK).orElseThrow();
  }

  protected final Optional<FxOrderView> seen(OrderId id, Actor reader) {
    return views().fxOrders().find(id, reader);
  }

  protected final FxStatus status(OrderId id) {
    return seen(id).order().status();
  }

  /** What the trades of an order add up to. */
  protected static Money sum(List<Trade> trades) {
    return trades.stream().map(Trade::executedAmount).reduce(eur("0"), Money::plus);
  }
}
