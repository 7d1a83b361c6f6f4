package dev.tradepost.application.fulfilment;

import dev.tradepost.application.Role;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.order.OrderView;
import dev.tradepost.application.order.Outgoing;
import dev.tradepost.application.payment.Escrows;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.fulfilment.FulfilmentReason;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.fulfilment.ShipmentAction;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.ShipmentId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A shipment leaves, or arrives. The order is shipped when nothing of it is left to be sent, and
 * delivered when all that was sent has arrived.
 *
 * @param action SHIP or DELIVER
 */
public record MoveShipment(ShipmentId id, ShipmentAction action) implements UseCase<Shipment> {
  private static final OptionalLong ANY_VERSION = OptionalLong.empty();

  @Override
  public Role requires() {
    return Role.STAFF;
  }

  @Override
  public Shipment run(UnitOfWork work) {
    OrderId orderId = work.shipments().read(id).orElseThrow(() -> notFound(id)).orderId();
    Outgoing out = Outgoing.get(work, orderId, ANY_VERSION);
    Shipment shipment = work.shipments().get(id).orElseThrow();
    return move(work, out, new Change<>(shipment, List.of()), action);
  }

  /** The same after a change of the shipment that is not saved yet. */
  static Shipment move(
      UnitOfWork work, Outgoing out, Change<Shipment> before, ShipmentAction action) {
    OrderView after =
        action == ShipmentAction.SHIP
            ? ship(work, out, before)
            : deliver(work, out, before.then(it -> it.deliver(work.stamp())));
    ShipmentId id = before.state().id();
    return after.shipments().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow();
  }

  /** The refusal where there is no such shipment, or not for this caller. */
  public static Rejection notFound(ShipmentId id) {
    return new Rejection(FulfilmentReason.SHIPMENT_NOT_FOUND, "there is no shipment " + id);
  }

  private static OrderView ship(UnitOfWork work, Outgoing out, Change<Shipment> shipment) {
    Shipment.LIFECYCLE.after(shipment.state().status(), ShipmentAction.SHIP);
    return out.leave(work, List.of(shipment));
  }

  private static OrderView deliver(UnitOfWork work, Outgoing out, Change<Shipment> arrived) {
    Order order = out.order();
    boolean all = out.arrived(List.of(arrived)) && out.reservation().open().isEmpty();
    Optional<Change<Order>> delivered =
        all ? out.deliver(work, new Change<>(order, List.of())) : Optional.empty();

    work.shipments().save(arrived);
    if (delivered.isPresent()) {
      work.orders().save(delivered.get());
      Escrows.earned(work, order);
    }
    return out.view(delivered.map(Change::state).orElse(order), List.of(arrived));
  }
}
