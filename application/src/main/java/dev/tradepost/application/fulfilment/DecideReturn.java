package dev.tradepost.application.fulfilment;

import dev.tradepost.application.Role;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.fulfilment.Return;
import dev.tradepost.domain.order.OrderAction;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.ReturnId;

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
    OrderAction action = approve ? OrderAction.APPROVE_RETURN : OrderAction.REJECT_RETURN;
    return returns.save(work, decided, returns.follow(work, asked, action));
  }
}
