package dev.tradepost.application.fulfilment;

import dev.tradepost.application.Role;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.payment.OrderRefund;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.fulfilment.Return;
import dev.tradepost.domain.fulfilment.ReturnAction;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.payment.PaymentReason;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.ReturnId;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Repays a return: what was really paid for its pieces, after discount and with tax, or less. Never
 * more than is left of what came in for the order.
 *
 * @param amount in major units of the order's currency; empty for all of it
 */
public record RefundReturn(ReturnId id, Optional<BigDecimal> amount) implements UseCase<Return> {

  @Override
  public Role requires() {
    return Role.STAFF;
  }

  @Override
  public Return run(UnitOfWork work) {
    Returns returns = Returns.of(work, id);
    Order order = returns.order();
    Return back = returns.get(id);
    Return.LIFECYCLE.after(back.status(), ReturnAction.REFUND);
    Map<ProductId, Integer> pieces = back.pieces();
    Money value = order.valueOf(pieces);
    OrderRefund refund = OrderRefund.upTo(work, order, stated(value), back.reason());
    Change<Return> repaid = back.refund(refund.amount(), work.stamp());
    Change<Order> changed = new Change<>(order, List.of());
    if (!pieces.isEmpty()) {
      changed = changed.then(it -> it.takeBack(pieces, work.stamp()));
    }
    changed = refund.on(work, changed);
    Change<Order> moved = returns.ended(work, repaid.state(), changed);

    refund.save(work);
    return returns.save(
        work, repaid, moved.events().isEmpty() ? Optional.empty() : Optional.of(moved));
  }

  private Money stated(Money value) {
    if (amount.isEmpty()) {
      return value;
    }
    try {
      Money stated = Money.of(amount.get(), value.currency()).requirePositive();
      if (stated.compareTo(value) > 0) {
        throw new Rejection(
            PaymentReason.REFUND_EXCEEDS_CAPTURE,
            value + " were paid for what came back, not " + stated);
      }
      return stated;
    } catch (Rejection rejection) {
      throw rejection.at("amount");
    }
  }
}
