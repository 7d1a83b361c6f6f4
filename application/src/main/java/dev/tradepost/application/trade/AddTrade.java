package dev.tradepost.application.trade;

import dev.tradepost.application.Actor;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.Prefetch;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.application.wallet.Wallets;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.Text;
import dev.tradepost.domain.trade.FxOrder;
import dev.tradepost.domain.trade.Settlement;
import dev.tradepost.domain.trade.Trade;
import dev.tradepost.domain.trade.TradeId;
import dev.tradepost.domain.trade.TradeReason;
import dev.tradepost.domain.wallet.Booked;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Executes a part of an order of currencies, or the rest of it. A trade that is called the same as
 * an earlier one of the order and says the same is that trade: nothing happens again.
 *
 * @param amount of the base currency, in major units
 * @param externalTradeId what it is called where it was made
 */
public record AddTrade(
    OrderId orderId,
    BigDecimal amount,
    BigDecimal price,
    Optional<String> externalTradeId,
    OptionalLong expectedVersion)
    implements UseCase<FxOrderView> {

  @Override
  public void prefetch(Actor actor, Prefetch rows) {
    rows.fxOrder(orderId);
  }

  @Override
  public FxOrderView run(UnitOfWork work) {
    FxOrder order = FxOrders.get(work, orderId, OptionalLong.empty());
    Money money = money(order);
    externalTradeId.ifPresent(name -> Text.require("externalTradeId", name, 64));
    Optional<Trade> known = externalTradeId.flatMap(name -> work.fxOrders().readTrade(order, name));
    if (known.isPresent()) {
      requireSame(known.get(), money);
      return FxOrders.view(work, order);
    }
    order.requireVersion(expectedVersion);
    Change<FxOrder> filled =
        order.fill(new TradeId(work.newId()), money, price, externalTradeId, work.stamp());
    if (order.settlement() == Settlement.WALLET) {
      Booked booked = new FxSettlement(work).settle(order, filled.state());
      Wallets.save(work, booked);
    }
    return FxOrders.save(work, filled);
  }

  private Money money(FxOrder order) {
    try {
      return Money.of(amount, order.pair().base()).requirePositive();
    } catch (Rejection rejection) {
      throw rejection.at("executedAmount");
    }
  }

  private void requireSame(Trade known, Money money) {
    if (!known.sameAs(money, price)) {
      throw new Rejection(
              TradeReason.EXTERNAL_TRADE_ID_TAKEN,
              "trade " + known.id() + " has this externalTradeId and says otherwise")
          .at("externalTradeId");
    }
  }
}
