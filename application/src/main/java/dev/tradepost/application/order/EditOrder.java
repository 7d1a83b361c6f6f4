package dev.tradepost.application.order;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Role;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.Prefetch;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.order.Address;
import dev.tradepost.domain.order.MoneyState;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.OrderEdit;
import dev.tradepost.domain.order.OrderReason;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.SharedReason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Changes an order before its fulfilment: how many pieces are wanted, and where they and the bill
 * go. What is not named stays; a product that is not in the order is refused. An unpaid order is
 * priced anew at the prices agreed when it was placed. A paid one can only become smaller, which
 * gives money back as {@link CancelItems} does, and its address can only change where that changes
 * no amount. An edit by which nothing changes leaves the order as it is.
 *
 * @param items how many pieces of these products are wanted, 0 for none
 */
public record EditOrder(
    OrderId id,
    List<OrderPlacement.Item> items,
    Optional<Address> shippingAddress,
    Optional<Address> billingAddress,
    Optional<String> reason,
    OptionalLong expectedVersion)
    implements UseCase<EditedOrder> {

  @Override
  public void prefetch(Actor actor, Prefetch rows) {
    rows.outgoing(id).paidOrder(id);
  }

  @Override
  public EditedOrder run(UnitOfWork work) {
    DecidedEdit decided = decide(work);
    decided.save().accept(work);
    return decided.outcome();
  }

  /** All but the saving, which is what a preview shows. */
  DecidedEdit decide(UnitOfWork work) {
    Order order = Orders.get(work, id, expectedVersion);
    OrderEdit edit = new OrderEdit(wanted(order), shippingAddress, billingAddress, why(work));
    edit.requireAllowed(order, CancelOrder.window(work), work.stamp());
    CalledOff.requireNoOpenPayment(work, order);
    Outgoing out = Outgoing.get(work, id, expectedVersion);
    if (!out.shipments().isEmpty()) {
      throw new Rejection(
          OrderReason.FULFILMENT_BEGUN, "shipments of order " + order.number() + " are planned");
    }
    out.reservation().requireActive(work.now());
    if (!edit.changes(order)) {
      return DecidedEdit.nothing(out);
    }
    return order.moneyState() == MoneyState.PENDING
        ? UnpaidEdit.of(work, out, edit)
        : PaidEdit.of(work, out, edit);
  }

  private Map<ProductId, Integer> wanted(Order order) {
    Map<ProductId, Integer> wanted = new LinkedHashMap<>();
    for (int i = 0; i < items.size(); i++) {
      OrderPlacement.Item item = items.get(i);
      String field = "items[" + i + "]";
      if (item.quantity() < 0) {
        throw new Rejection(SharedReason.QUANTITY_NOT_POSITIVE, "the quantity must be 0 or more")
            .at(field + ".quantity");
      }
      if (order.lines().stream().noneMatch(line -> line.productId().equals(item.productId()))) {
        throw new Rejection(
                OrderReason.NOT_ORDERED,
                "product " + item.productId() + " is not in this order, place a second order")
            .at(field + ".productId");
      }
      if (wanted.put(item.productId(), item.quantity()) != null) {
        throw new Rejection(
                OrderReason.NAMED_TWICE, "product " + item.productId() + " is named twice")
            .at(field + ".productId");
      }
    }
    return wanted;
  }

  private String why(UnitOfWork work) {
    return reason.orElse("Changed by " + (work.actor().has(Role.STAFF) ? "staff" : "user"));
  }
}
