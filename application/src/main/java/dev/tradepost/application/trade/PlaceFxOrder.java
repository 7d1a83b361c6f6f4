package dev.tradepost.application.trade;

import dev.tradepost.application.Actor;
import dev.tradepost.application.ApplicationReason;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.Prefetch;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.application.wallet.Wallets;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.HoldId;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.OrderNumber;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.trade.FxOrder;
import dev.tradepost.domain.trade.Instrument;
import dev.tradepost.domain.trade.OrderType;
import dev.tradepost.domain.trade.Pair;
import dev.tradepost.domain.trade.Settlement;
import dev.tradepost.domain.trade.Side;
import dev.tradepost.domain.trade.TradeReason;
import dev.tradepost.domain.wallet.HeldFunds;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/**
 * Places an order to buy or sell an amount of one currency for another. Where it settles in a
 * wallet, its funds are held from here on.
 *
 * @param user whom it is for; empty for the caller, another only by staff
 * @param amount of the base currency, in major units
 * @param clientOrderId what the user calls it; refused where another order of theirs is called that
 */
public record PlaceFxOrder(
    Optional<UserId> user,
    Pair pair,
    Side side,
    OrderType type,
    BigDecimal amount,
    BigDecimal price,
    Settlement settlement,
    Optional<String> clientOrderId)
    implements UseCase<FxOrderView> {

  @Override
  public void prefetch(Actor actor, Prefetch rows) {
    if (settlement == Settlement.WALLET) {
      rows.walletOf(user.orElse(actor.userId()));
    }
  }

  @Override
  public FxOrderView run(UnitOfWork work) {
    UserId trader = user.orElse(work.actor().userId());
    if (!work.actor().mayActFor(trader)) {
      throw new Rejection(
              ApplicationReason.NOT_FOR_OTHERS, "only staff may place orders for other users")
          .at("userId");
    }
    FxOrder.Wish wish = wish(work.shop().instruments().get(pair));
    clientOrderId
        .flatMap(name -> work.fxOrders().readByClientOrderId(trader, name))
        .ifPresent(PlaceFxOrder::refuseTwin);
    Optional<HoldId> hold =
        settlement == Settlement.WALLET ? Optional.of(new HoldId(work.newId())) : Optional.empty();
    Optional<HeldFunds> held = hold.map(id -> new FxSettlement(work).hold(trader, id, wish));
    Change<FxOrder> placed =
        FxOrder.place(
            new OrderId(work.newId()),
            OrderNumber.generate(work.now(), work.chance()),
            trader,
            wish,
            hold,
            work.stamp());
    held.ifPresent(funds -> Wallets.save(work, funds));
    work.fxOrders().save(placed);
    return new FxOrderView(placed.state(), List.of());
  }

  private FxOrder.Wish wish(Instrument instrument) {
    Money money;
    try {
      money = Money.of(amount, pair.base());
    } catch (Rejection rejection) {
      throw rejection.at("amount");
    }
    return new FxOrder.Wish(instrument, side, type, money, price, settlement, clientOrderId);
  }

  private static void refuseTwin(OrderId twin) {
    throw new Rejection(
            TradeReason.CLIENT_ORDER_ID_TAKEN, "order " + twin + " has this clientOrderId")
        .at("clientOrderId");
  }
}
