package dev.tradepost.application.trade;

import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.application.wallet.Wallets;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.HoldId;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.trade.FxOrder;
import dev.tradepost.domain.trade.Settlement;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Changes the total amount of an order of currencies, to what is filled or more. What is held for
 * it changes with it.
 *
 * @param amount of the base currency, in major units
 */
public record AmendFxOrder(OrderId id, BigDecimal amount, OptionalLong expectedVersion)
    implements UseCase<FxOrderView> {

  @Override
  public FxOrderView run(UnitOfWork work) {
    FxOrder order = FxOrders.get(work, id, expectedVersion);
    Money total = money(order);
    boolean holds = order.settlement() == Settlement.WALLET && total.compareTo(order.filled()) > 0;
    Optional<HoldId> hold = holds ? Optional.of(new HoldId(work.newId())) : order.hold();
    Change<FxOrder> amended = order.amend(total, hold, work.stamp());
    if (order.settlement() == Settlement.WALLET) {
      Wallets.save(work, new FxSettlement(work).holdAnew(order, hold.orElseThrow(), total));
    }
    return FxOrders.save(work, amended);
  }

  private Money money(FxOrder order) {
    try {
      return Money.of(amount, order.pair().base());
    } catch (Rejection rejection) {
      throw rejection.at("amount");
    }
  }
}
