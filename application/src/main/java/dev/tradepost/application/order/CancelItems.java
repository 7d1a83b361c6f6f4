package dev.tradepost.application.order;

import dev.tradepost.application.UseCase;
import dev.tradepost.application.payment.Escrows;
import dev.tradepost.application.payment.OrderRefund;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.inventory.Reservation;
import dev.tradepost.domain.inventory.Stock;
import dev.tradepost.domain.inventory.StockId;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.OrderReason;
import dev.tradepost.domain.payment.Payment;
import dev.tradepost.domain.payment.PaymentReason;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Rejection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Calls some pieces of an order off: their stock and their share of the money, after discount and
 * with tax, go back in the same transaction. Pieces that have left cannot be called off; planned
 * shipments shrink. Calling the last pieces off cancels the order.
 */
public record CancelItems(
    OrderId id,
    List<OrderPlacement.Item> items,
    Optional<String> reason,
    OptionalLong expectedVersion)
    implements UseCase<OrderView> {

  @Override
  public OrderView run(UnitOfWork work) {
    Outgoing out = Outgoing.get(work, id, expectedVersion);
    Order order = out.order();
    Map<ProductId, Integer> pieces = OrderPlacement.merge(items);
    if (pieces.isEmpty()) {
      throw new Rejection(OrderReason.ORDER_EMPTY, "name one item or more").at("items");
    }
    Money value = order.valueOf(pieces);
    boolean noneReturned = order.lines().stream().allMatch(line -> line.returned() == 0);
    if (order.keptWithout(pieces) == 0 && noneReturned) {
      return new CancelOrder(id, reason, expectedVersion).run(work);
    }
    String why = CancelOrder.why(work, reason);
    Change<Order> less = order.cancelItems(pieces, why, CancelOrder.window(work), work.stamp());
    if (work.payments().getOfOrder(id).stream().anyMatch(Payment::inProgress)) {
      throw new Rejection(
          PaymentReason.PAYMENT_IN_PROGRESS, "a payment of this order has not ended yet");
    }
    Freed freed = Freed.of(out, pieces);
    OrderRefund refund = OrderRefund.upTo(work, order, value, why);
    Change<Reservation> released = out.reservation().release(freed.stock);
    Change<Order> repaid = refund.on(work, less);
    boolean allLeft = released.state().open().isEmpty();
    boolean allThere = allLeft && out.arrived(freed.shipments);
    Change<Order> moved = allLeft ? repaid.then(it -> it.ship(work.stamp())) : repaid;
    Optional<Change<Order>> delivered = allThere ? out.deliver(work, moved) : Optional.empty();
    List<Change<Stock>> stock = Outgoing.moveStock(work, freed.stock, (it, n) -> it.release(n, id));

    work.orders().save(delivered.orElse(moved));
    refund.save(work);
    delivered.ifPresent(it -> Escrows.earned(work, order));
    freed.shipments.forEach(work.shipments()::save);
    work.reservations().save(released);
    stock.forEach(work.stock()::save);
    return out.view(delivered.orElse(moved).state(), freed.shipments);
  }

  /** Where the pieces come from: what is not planned first, then planned shipments, last first. */
  private record Freed(Map<StockId, Integer> stock, List<Change<Shipment>> shipments) {

    static Freed of(Outgoing out, Map<ProductId, Integer> pieces) {
      Freed freed = new Freed(new LinkedHashMap<>(), new ArrayList<>());
      Map<StockId, Integer> unplanned = out.unplanned();
      List<Shipment> pending = out.pending();
      pieces.forEach((product, n) -> freed.take(product, n, unplanned, pending));
      return freed;
    }

    private void take(
        ProductId product, int n, Map<StockId, Integer> unplanned, List<Shipment> pending) {
      int missing = n;
      for (Map.Entry<StockId, Integer> there : unplanned.entrySet()) {
        if (there.getKey().product().equals(product)) {
          missing -= free(there.getKey(), Math.min(missing, there.getValue()));
        }
      }
      for (int i = pending.size() - 1; i >= 0 && missing > 0; i--) {
        Shipment shipment = pending.get(i);
        int some = Math.min(missing, shipment.quantityOf(product));
        if (some > 0) {
          missing -= free(new StockId(product, shipment.warehouseId()), some);
          shrink(shipment, product, some);
        }
      }
      if (missing > 0) {
        throw new Rejection(
                OrderReason.NOT_SO_MANY_KEPT,
                (n - missing) + " of product " + product + " have not left yet, not " + n)
            .at("items");
      }
    }

    private int free(StockId id, int some) {
      if (some > 0) {
        stock.merge(id, some, Integer::sum);
      }
      return some;
    }

    private void shrink(Shipment shipment, ProductId product, int some) {
      for (int i = 0; i < shipments.size(); i++) {
        if (shipments.get(i).state().id().equals(shipment.id())) {
          shipments.set(i, shipments.get(i).then(it -> it.reduce(product, some)));
          return;
        }
      }
      shipments.add(shipment.reduce(product, some));
    }
  }
}
