package dev.tradepost.application.order;

import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.fulfilment.Carriers;
import dev.tradepost.domain.fulfilment.FulfilmentReason;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.fulfilment.ShipmentStatus;
import dev.tradepost.domain.inventory.Reservation;
import dev.tradepost.domain.inventory.ReservationStatus;
import dev.tradepost.domain.inventory.Stock;
import dev.tradepost.domain.inventory.StockId;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.OrderAction;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.ShipmentId;
import dev.tradepost.domain.shared.WarehouseId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** An order on its way out: its shipments and its reservation, all got, the order first. */
public record Outgoing(Order order, List<Shipment> shipments, Reservation reservation) {

  /** Gets and locks it. */
  public static Outgoing get(UnitOfWork work, OrderId id, OptionalLong expectedVersion) {
    Order order = Orders.get(work, id, expectedVersion);
    List<Shipment> shipments = work.shipments().getOfOrder(id);
    Reservation reservation =
        work.reservations()
            .get(id)
            .orElseThrow(() -> new IllegalStateException("order " + id + " has no reservation"));
    return new Outgoing(order, shipments, reservation);
  }

  /** The shipments that have not left. */
  public List<Shipment> pending() {
    return shipments.stream().filter(it -> it.status() == ShipmentStatus.PENDING).toList();
  }

  /** Whether some of it has left. */
  boolean partlyShipped() {
    return reservation.lines().stream().anyMatch(line -> line.shipped() > 0);
  }

  /** What is promised and not planned into a shipment yet. */
  public Map<StockId, Integer> unplanned() {
    Map<StockId, Integer> open = new LinkedHashMap<>(reservation.open());
    pending().forEach(it -> pieces(it).forEach((stock, n) -> open.merge(stock, -n, Integer::sum)));
    open.values().removeIf(left -> left <= 0);
    return open;
  }

  /** What is in a shipment, by the stock it comes from. */
  static Map<StockId, Integer> pieces(Shipment shipment) {
    Map<StockId, Integer> pieces = new LinkedHashMap<>();
    shipment
        .items()
        .forEach(
            item ->
                pieces.merge(
                    new StockId(item.productId(), shipment.warehouseId()),
                    item.quantity(),
                    Integer::sum));
    return pieces;
  }

  /** Plans shipments of these pieces, one for each warehouse, with a carrier and a number each. */
  public List<Change<Shipment>> plan(
      UnitOfWork work,
      Map<StockId, Integer> pieces,
      Optional<String> carrier,
      Optional<String> trackingNumber) {
    Map<WarehouseId, List<Shipment.Item>> byWarehouse = new TreeMap<>();
    pieces.forEach(
        (stock, quantity) ->
            byWarehouse
                .computeIfAbsent(stock.warehouse(), warehouse -> new ArrayList<>())
                .add(new Shipment.Item(stock.product(), quantity)));
    requireFree(work, trackingNumber, byWarehouse.size());
    String by =
        carrier.orElseGet(
            () ->
                work.shop()
                    .fulfilment()
                    .carriers()
                    .to(order.terms().shippingAddress().map(it -> it.country())));
    return byWarehouse.entrySet().stream()
        .map(
            entry ->
                Shipment.plan(
                    new ShipmentId(work.newId()),
                    order.id(),
                    order.userId(),
                    entry.getKey(),
                    entry.getValue(),
                    Optional.of(by),
                    Optional.of(
                        trackingNumber.orElseGet(
                            () -> Carriers.trackingNumber(work.now(), work.chance())))))
        .toList();
  }

  /** Refuses a number that another shipment has, and one number for several shipments. */
  static void requireFree(UnitOfWork work, Optional<String> number, int shipments) {
    if (number.isPresent() && (shipments > 1 || work.shipments().isTaken(number.get()))) {
      throw new Rejection(
              FulfilmentReason.TRACKING_NUMBER_TAKEN,
              shipments > 1
                  ? "there are " + shipments + " shipments, which need numbers of their own"
                  : "another shipment has the number " + number.get())
          .at("trackingNumber");
    }
  }

  /**
   * Lets shipments leave, those that were just planned among them, and saves all that this changes.
   * Refuses in a state in which the order cannot be shipped.
   */
  public OrderView leave(UnitOfWork work, List<Change<Shipment>> planned) {
    return leave(work, planned, Optional.empty(), Optional.empty());
  }

  /** The same by this carrier and under this number, where these are given. */
  OrderView leave(
      UnitOfWork work,
      List<Change<Shipment>> planned,
      Optional<String> carrier,
      Optional<String> number) {
    Change<Order> all = order.ship(work.stamp());
    List<Change<Shipment>> left =
        planned.stream()
            .map(it -> it.then(shipment -> shipment.ship(carrier, number, work.stamp())))
            .toList();
    Map<StockId, Integer> pieces = new LinkedHashMap<>();
    left.forEach(it -> pieces(it.state()).forEach((id, n) -> pieces.merge(id, n, Integer::sum)));
    List<Change<Stock>> stock = moveStock(work, pieces, (it, n) -> it.ship(n, order.id()));
    Change<Reservation> reduced = reservation.ship(pieces);
    Optional<Change<Order>> moved =
        reduced.state().open().isEmpty() ? Optional.of(all) : started(work);

    moved.ifPresent(work.orders()::save);
    left.forEach(work.shipments()::save);
    work.reservations().save(reduced);
    stock.forEach(work.stock()::save);
    return view(moved.map(Change::state).orElse(order), left);
  }

  /**
   * The promise where the order, unpaid, has come to a state that cannot expire: it waits for the
   * payment as long as it takes.
   */
  public Optional<Change<Reservation>> kept(Order now) {
    boolean waits =
        reservation.status() == ReservationStatus.RESERVED
            && reservation.expiresAt().isPresent()
            && !now.lifecycle().expiresIn(now.status());
    return waits ? Optional.of(reservation.keep()) : Optional.empty();
  }

  /** The order being fulfilled from here on, where its lifecycle has a state for that. */
  public Optional<Change<Order>> started(UnitOfWork work) {
    return order
        .lifecycle()
        .table()
        .next(order.status(), OrderAction.START_FULFILMENT)
        .map(next -> order.startFulfilment(work.stamp()));
  }

  /** Whether all that was sent has arrived, these changes included. */
  public boolean arrived(List<Change<Shipment>> changed) {
    return view(order, changed).shipments().stream()
        .allMatch(
            it ->
                it.status() == ShipmentStatus.DELIVERED || it.status() == ShipmentStatus.CANCELLED);
  }

  /** The order delivered, after this change, where its lifecycle has a state for that. */
  public Optional<Change<Order>> deliver(UnitOfWork work, Change<Order> before) {
    return order
        .lifecycle()
        .table()
        .next(before.state().status(), OrderAction.DELIVER)
        .map(next -> before.then(it -> it.deliver(work.stamp())));
  }

  /** The order with its shipments after some of them changed or were made. */
  public OrderView view(Order now, List<Change<Shipment>> changed) {
    Map<ShipmentId, Shipment> latest = new LinkedHashMap<>();
    shipments.forEach(shipment -> latest.put(shipment.id(), shipment));
    changed.forEach(change -> latest.put(change.state().id(), change.state()));
    return new OrderView(now, List.copyOf(latest.values()));
  }

  /** Does the same to the stock of all these pieces; the caller saves the changes. */
  static List<Change<Stock>> moveStock(
      UnitOfWork work,
      Map<StockId, Integer> pieces,
      BiFunction<Stock, Integer, Change<Stock>> verb) {
    Map<StockId, Stock> stocks = work.stock().getAll(pieces.keySet());
    return pieces.entrySet().stream()
        .map(entry -> verb.apply(stocks.get(entry.getKey()), entry.getValue()))
        .toList();
  }

  /** How many pieces of each product are in shipments of this status. */
  public static Map<ProductId, Integer> inStatus(List<Shipment> some, ShipmentStatus status) {
    return some.stream()
        .filter(shipment -> shipment.status() == status)
        .flatMap(shipment -> shipment.items().stream())
        .collect(
            Collectors.toMap(
                Shipment.Item::productId, Shipment.Item::quantity, Integer::sum, TreeMap::new));
  }
}
