package dev.tradepost.application.order;

import dev.tradepost.application.Role;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.payment.OrderRefund;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.Text;
import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalLong;

/**
 * Gives some of an order's money back for goodwill, whatever state the order is in. It never gives
 * back more than was captured.
 *
 * @param amount in major units of the order's currency
 */
public record RefundOrder(
    OrderId id, BigDecimal amount, String reason, OptionalLong expectedVersion)
    implements UseCase<OrderView> {

  @Override
  public Role requires() {
    return Role.STAFF;
  }

  @Override
  public OrderView run(UnitOfWork work) {
    Order order = Orders.get(work, id, expectedVersion);
    Text.require("reason", reason, 500);
    OrderRefund refund = OrderRefund.of(work, order, money(order), reason);
    Change<Order> repaid = refund.on(work, new Change<>(order, List.of()));

    if (!repaid.events().isEmpty()) {
      work.orders().save(repaid);
    }
    refund.save(work);
    return new OrderView(repaid.state(), work.shipments().getOfOrder(id));
  }

  private Money money(Order order) {
    try {
      return Money.of(amount, order.amounts().total().currency()).requirePositive();
    } catch (Rejection rejection) {
      throw rejection.at("amount");
    }
  }
}
