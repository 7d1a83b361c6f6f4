package dev.tradepost.application.fulfilment;

import dev.tradepost.application.Role;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.fulfilment.Return;
import dev.tradepost.domain.fulfilment.ReturnStatus;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.OrderAction;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.ReturnId;
import java.util.Optional;

/** The shop takes something back, or does not. */
public record DecideReturn(ReturnId id, boolean approve) implements UseCase<Return> {

  @Override
  public Role requires() {
    return Role.STAFF;
  }

  @Override
  public Return run(UnitOfWork work) {
    Returns returns = Returns.of(work, id);
    Return asked = returns.get(id);
    Change<Return> decided = approve ? asked.approve(work.stamp()) : asked.reject(work.stamp());
    Optional<Change<Order>> moved =
        approve
            ? returns.follow(
                work,
                decided,
                OrderAction.APPROVE_RETURN,
                it -> it.status() != ReturnStatus.REQUESTED)
            : returns.order().follow(OrderAction.REJECT_RETURN, asked.reason(), work.stamp());
    return returns.save(work, decided, moved);
  }
}
