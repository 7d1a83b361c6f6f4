package dev.tradepost.application.order;

import dev.tradepost.application.ApplicationReason;
import dev.tradepost.application.Role;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.fulfilment.PlanFulfilment;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.OrderAction;
import dev.tradepost.domain.order.OrderReason;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.SharedReason;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Brings an order into the asked state by the action that leads there, if that action may be done
 * by this caller's hand.
 */
public record MoveOrder(
    OrderId id, String status, Optional<String> reason, OptionalLong expectedVersion)
    implements UseCase<OrderView> {

  @Override
  public OrderView run(UnitOfWork work) {
    Order order = Orders.get(work, id, expectedVersion);
    OrderAction action = action(order);
    requireHand(work, action);
    if (reason.isPresent() && action != OrderAction.CANCEL) {
      throw new Rejection(
              OrderReason.REASON_NOT_KEPT, "a reason is only kept where an order is cancelled")
          .at("reason");
    }
    return switch (action) {
      case CONFIRM -> new ConfirmOrder(id, expectedVersion).run(work);
      case START_FULFILMENT -> new PlanFulfilment(id, expectedVersion).run(work);
      case SHIP -> new ShipOrder(id, Optional.empty(), expectedVersion).run(work);
      case DELIVER -> new DeliverOrder(id, expectedVersion).run(work);
      case CANCEL -> new CancelOrder(id, reason, expectedVersion).run(work);
      case RESERVE, PAY, EXPIRE, REQUEST_RETURN, APPROVE_RETURN, REJECT_RETURN, REFUND ->
          throw new IllegalStateException(action + " is done by no hand");
    };
  }

  private OrderAction action(Order order) {
    if (!order.lifecycle().table().states().contains(status)) {
      throw new Rejection(
              OrderReason.UNKNOWN_STATUS,
              "'" + status + "' is none of " + order.lifecycle().table().states())
          .at("status");
    }
    if (order.status().equals(status)) {
      throw new Rejection(
          SharedReason.TRANSITION_NOT_ALLOWED, "the order is in state " + status + " already");
    }
    return order
        .lifecycle()
        .actionLeading(order.status(), status)
        .orElseThrow(
            () ->
                new Rejection(
                    SharedReason.TRANSITION_NOT_ALLOWED,
                    "nothing leads from %s to %s (allowed now: %s)"
                        .formatted(order.status(), status, order.allowedActions())));
  }

  private void requireHand(UnitOfWork work, OrderAction action) {
    boolean staff = work.actor().has(Role.STAFF);
    switch (action.by()) {
      case CUSTOMER -> {}
      case STAFF -> {
        if (!staff) {
          throw new Rejection(
              ApplicationReason.STAFF_ONLY, "only the shop's staff may set " + status);
        }
      }
      case PAYMENT, NOBODY ->
          throw new Rejection(
              OrderReason.STATUS_NOT_BY_HAND,
              status + " is reached by " + action + ", which is not done by hand");
    }
  }
}
