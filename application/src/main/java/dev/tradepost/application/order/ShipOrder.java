package dev.tradepost.application.order;

import dev.tradepost.application.Role;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.inventory.Reservation;
import dev.tradepost.domain.inventory.Stock;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ShipmentId;
import dev.tradepost.domain.shared.WarehouseId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * Ships everything of an order now, one shipment for each warehouse that holds some of it.
 *
 * @param carrier who carries it
 */
public record ShipOrder(OrderId id, Optional<String> carrier, OptionalLong expectedVersion)
    implements UseCase<OrderView> {

  @Override
  public Role requires() {
    return Role.STAFF;
  }

  @Override
  public OrderView run(UnitOfWork work) {
    Order order = Orders.get(work, id, expectedVersion);
    Change<Order> shipped = order.ship(work.stamp());
    Reservation reservation = Orders.reservation(work, id);
    List<Change<Stock>> left =
        Orders.moveStock(work, reservation, (stock, quantity) -> stock.ship(quantity, id));
    List<Change<Shipment>> shipments = shipments(work, order, reservation);

    work.orders().save(shipped);
    work.reservations().save(reservation.fulfil());
    left.forEach(work.stock()::save);
    shipments.forEach(work.shipments()::save);
    return new OrderView(shipped.state(), shipments.stream().map(Change::state).toList());
  }

  private List<Change<Shipment>> shipments(UnitOfWork work, Order order, Reservation reservation) {
    Map<WarehouseId, List<Shipment.Item>> byWarehouse = new TreeMap<>();
    for (Reservation.Line line : reservation.lines()) {
      byWarehouse
          .computeIfAbsent(line.stock().warehouse(), warehouse -> new ArrayList<>())
          .add(new Shipment.Item(line.stock().product(), line.quantity()));
    }
    List<Change<Shipment>> shipments = new ArrayList<>();
    byWarehouse.forEach(
        (warehouse, items) ->
            shipments.add(
                Shipment.plan(
                        new ShipmentId(work.newId()),
                        id,
                        order.userId(),
                        warehouse,
                        items,
                        carrier,
                        Optional.empty())
                    .then(shipment -> shipment.ship(work.stamp()))));
    return shipments;
  }
}
