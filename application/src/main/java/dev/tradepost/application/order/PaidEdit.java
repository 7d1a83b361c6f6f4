package dev.tradepost.application.order;

import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.OrderEdit;
import dev.tradepost.domain.order.Terms;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.ProductId;
import java.util.List;
import java.util.Map;

/** How an order that has been paid is changed: smaller, or to an address that costs the same. */
final class PaidEdit {

  private PaidEdit() {}

  /** Decides it, and saves nothing. */
  static DecidedEdit of(UnitOfWork work, Outgoing out, OrderEdit edit) {
    Order order = out.order();
    OrderView before = out.view(order, List.of());
    Terms terms =
        edit.movesGoods(order)
            ? Pricing.requireSame(work, order, edit.terms(order))
            : edit.terms(order);
    Map<ProductId, Integer> fewer = edit.fewer(order);
    if (fewer.isEmpty()) {
      Change<Order> moved = edit.readdress(order, order, terms, work.stamp());
      OrderView after = out.view(moved.state(), List.of());
      return new DecidedEdit(
          EditedOrder.withoutRefund(before, after), it -> it.orders().save(moved));
    }
    CalledOff off =
        CalledOff.of(work, out, fewer, edit.reason())
            .then(it -> edit.readdress(order, it, terms, work.stamp()));
    return new DecidedEdit(new EditedOrder(before, off.view(), off.refund().amount()), off::save);
  }
}
