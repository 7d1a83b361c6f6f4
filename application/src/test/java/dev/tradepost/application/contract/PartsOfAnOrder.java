package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.Actor;
import dev.tradepost.application.order.OrderView;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.fulfilment.Return;
import dev.tradepost.domain.fulfilment.ReturnStatus;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.fulfilment.ShipmentStatus;
import dev.tradepost.domain.inventory.Reservation;
import dev.tradepost.domain.inventory.ReservationStatus;
import dev.tradepost.domain.inventory.StockId;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.OrderLine;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.wallet.Escrow;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** What must hold of the pieces of one order: promised, planned, sent, arrived, back. */
final class PartsOfAnOrder {
  private static final Set<String> ALL_LEFT =
      Set.of(
          "SHIPPED",
          "DELIVERED",
          "RETURN_REQUESTED",
          "RETURN_APPROVED",
          "RETURN_REJECTED",
          "REFUNDED");
  private static final Set<ShipmentStatus> PLANNED = EnumSet.of(ShipmentStatus.PENDING);
  private static final Set<ShipmentStatus> ARRIVED = EnumSet.of(ShipmentStatus.DELIVERED);
  private static final Set<ShipmentStatus> SENT =
      EnumSet.of(ShipmentStatus.SHIPPED, ShipmentStatus.DELIVERED);

  private final Order order;
  private final List<Shipment> shipments;
  private final List<Return> returns;
  private final Reservation reservation;
  private final Escrow escrow;

  PartsOfAnOrder(Storage storage, OrderView view) {
    order = view.order();
    shipments = view.shipments();
    returns = storage.views().fulfilment().returnsOf(order.id());
    reservation = read(storage, work -> work.reservations().read(order.id()).orElseThrow());
    escrow = read(storage, work -> work.escrows().read(order.id()).orElse(null));
  }

  private static <T> T read(Storage storage, Function<UnitOfWork, T> what) {
    return storage.transactions().run(Actor.system(), what);
  }

  void areSound() {
    promisesAreSound();
    Map<StockId, Integer> shipped = ofReservation(Reservation.Line::shipped);
    assertThat(inShipments(SENT)).as("what has left of %s", order.id()).isEqualTo(shipped);
    Map<StockId, Integer> open = reservation.open();
    inShipments(PLANNED)
        .forEach((stock, n) -> assertThat(n).isLessThanOrEqualTo(open.getOrDefault(stock, 0)));
    if (ALL_LEFT.contains(order.status())) {
      assertThat(open).as("promised by %s", order.id()).isEmpty();
      assertThat(shipments).isNotEmpty();
    }
    if (order.status().equals("DELIVERED")) {
      assertThat(inShipments(ARRIVED)).as("delivered of %s", order.id()).isEqualTo(shipped);
      assertThat(escrow == null || escrow.left().isZero()).as("earned").isTrue();
    }
    if (order.status().equals("CANCELLED")) {
      assertThat(shipped).isEmpty();
      assertThat(open).isEmpty();
      assertThat(inShipments(PLANNED)).isEmpty();
    }
    returnsAreSound();
  }

  private void promisesAreSound() {
    boolean ended =
        EnumSet.of(ReservationStatus.RELEASED, ReservationStatus.EXPIRED)
            .contains(reservation.status());
    assertThat(ended).as("%s", reservation).isEqualTo(order.status().equals("CANCELLED"));
    assertThat(reservation.status() == ReservationStatus.FULFILLED)
        .as("%s of %s", reservation, order.status())
        .isEqualTo(ALL_LEFT.contains(order.status()));
    if (!ended) {
      Map<ProductId, Integer> promised = new HashMap<>();
      reservation
          .lines()
          .forEach(
              line ->
                  promised.merge(
                      line.stock().product(), line.quantity() - line.released(), Integer::sum));
      for (OrderLine line : order.lines()) {
        assertThat(promised.remove(line.productId()))
            .as("promised of %s", line)
            .isEqualTo(line.quantity() - line.cancelled());
      }
      promised.forEach(
          (product, n) -> assertThat(n).as("promised of %s, not ordered", product).isZero());
    }
  }

  private void returnsAreSound() {
    Map<ProductId, Integer> arrived = new HashMap<>();
    inShipments(ARRIVED).forEach((stock, n) -> arrived.merge(stock.product(), n, Integer::sum));
    Map<ProductId, Integer> back = new HashMap<>();
    Map<ProductId, Integer> repaid = new HashMap<>();
    Money money = Money.zero(order.amounts().total().currency());
    for (Return it : returns) {
      if (it.counts()) {
        it.pieces().forEach((product, n) -> back.merge(product, n, Integer::sum));
      }
      if (it.status() == ReturnStatus.REFUNDED) {
        it.pieces().forEach((product, n) -> repaid.merge(product, n, Integer::sum));
      }
      money = it.refunded().map(money::plus).orElse(money);
      assertThat(it.refunded().isPresent()).isEqualTo(it.status() == ReturnStatus.REFUNDED);
    }
    back.forEach((product, n) -> assertThat(n).isLessThanOrEqualTo(arrived.get(product)));
    for (OrderLine line : order.lines()) {
      assertThat(line.returned()).isEqualTo(repaid.getOrDefault(line.productId(), 0));
    }
    assertThat(money).isLessThanOrEqualTo(order.amounts().total());
  }

  private Map<StockId, Integer> inShipments(Set<ShipmentStatus> which) {
    Map<StockId, Integer> pieces = new HashMap<>();
    for (Shipment shipment : shipments) {
      if (which.contains(shipment.status())) {
        shipment
            .items()
            .forEach(
                item ->
                    pieces.merge(
                        new StockId(item.productId(), shipment.warehouseId()),
                        item.quantity(),
                        Integer::sum));
      }
    }
    return pieces;
  }

  private Map<StockId, Integer> ofReservation(ToIntFunction<Reservation.Line> count) {
    Map<StockId, Integer> pieces = new HashMap<>();
    reservation.lines().stream()
        .filter(line -> count.applyAsInt(line) > 0)
        .forEach(line -> pieces.merge(line.stock(), count.applyAsInt(line), Integer::sum));
    return pieces;
  }
}
