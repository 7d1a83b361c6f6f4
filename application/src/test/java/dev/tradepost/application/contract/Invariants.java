package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.Actor;
import dev.tradepost.application.inventory.InventoryItem;
import dev.tradepost.application.inventory.InventoryViews;
import dev.tradepost.application.order.OrderView;
import dev.tradepost.application.order.TimelineEntry;
import dev.tradepost.application.port.Page;
import dev.tradepost.domain.cart.Cart;
import dev.tradepost.domain.catalog.Product;
import dev.tradepost.domain.fulfilment.Return;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.inventory.Reservation;
import dev.tradepost.domain.inventory.ReservationStatus;
import dev.tradepost.domain.inventory.Stock;
import dev.tradepost.domain.inventory.StockId;
import dev.tradepost.domain.inventory.Warehouse;
import dev.tradepost.domain.order.MoneyState;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.OrderAction;
import dev.tradepost.domain.order.OrderLine;
import dev.tradepost.domain.payment.Payment;
import dev.tradepost.domain.payment.PaymentStatus;
import dev.tradepost.domain.payment.Refund;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.wallet.Escrow;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What must hold in a small shop after every command (I3, I5 and I6 of the open cases). */
final class Invariants {
  private static final Page.Request ALL = new Page.Request(100, 1, Optional.empty());
  private static final Set<ReservationStatus> ACTIVE =
      EnumSet.of(ReservationStatus.RESERVED, ReservationStatus.COMMITTED);
  private static final Set<PaymentStatus> CAPTURED =
      EnumSet.of(PaymentStatus.CAPTURED, PaymentStatus.PARTIALLY_REFUNDED, PaymentStatus.REFUNDED);

  private final Storage storage;

  Invariants(Storage storage) {
    this.storage = storage;
  }

  /** I3: what is reserved is what the active reservations say, and never more than is on hand. */
  void stockIsSound() {
    Map<StockId, Long> promised = new HashMap<>();
    reservations().stream()
        .filter(reservation -> ACTIVE.contains(reservation.status()))
        .flatMap(reservation -> reservation.lines().stream())
        .forEach(line -> promised.merge(line.stock(), (long) line.open(), Long::sum));
    for (InventoryItem item : inventory()) {
      for (Stock stock : item.stocks()) {
        assertThat(stock.reserved())
            .as("reserved of %s", stock.id())
            .isEqualTo(promised.getOrDefault(stock.id(), 0L))
            .isBetween(0L, stock.onHand());
      }
    }
  }

  /** I5 and I6 for one order. */
  void orderIsSound(OrderId id) {
    OrderView view = storage.views().orders().find(id, Actor.system()).orElseThrow();
    Order order = view.order();
    Money lines = order.lines().stream().map(OrderLine::total).reduce(Money::plus).orElseThrow();
    assertThat(order.amounts().items()).isEqualTo(lines);
    Money net = order.lines().stream().map(OrderLine::net).reduce(Money::plus).orElseThrow();
    assertThat(order.amounts().total().plus(order.amounts().cancelled()))
        .isEqualTo(net.plus(order.amounts().shipping()));
    timelineIsSound(order);
    moneyIsSound(order);
    new PartsOfAnOrder(storage, view).areSound();
  }

  private void timelineIsSound(Order order) {
    List<TimelineEntry> timeline = storage.views().orders().timeline(order.id(), Actor.system());
    String status = order.lifecycle().table().initial();
    assertThat(timeline.get(0).to()).isEqualTo(status);
    for (TimelineEntry move : timeline.subList(1, timeline.size())) {
      assertThat(move.from()).contains(status);
      String action = move.action().orElseThrow();
      if (!action.equals("CANCEL_ITEMS") && !action.equals("EDIT")) {
        status = order.lifecycle().table().after(status, OrderAction.valueOf(action));
      }
      assertThat(move.to()).isEqualTo(status);
    }
    assertThat(order.status()).as("last entry of the timeline").isEqualTo(status);
    assertThat(timeline).extracting(TimelineEntry::seq).isSorted().doesNotHaveDuplicates();
    assertThat(timeline.get(timeline.size() - 1).seq()).isLessThanOrEqualTo(order.version());
  }

  private void moneyIsSound(Order order) {
    Money total = order.amounts().total();
    Money placed = total.plus(order.amounts().cancelled());
    Money zero = Money.zero(total.currency());
    Money captured = zero;
    Money refunded = zero;
    Money decided = zero;
    for (Payment payment : storage.views().payments().ofOrder(order.id())) {
      captured = CAPTURED.contains(payment.status()) ? captured.plus(payment.amount()) : captured;
      refunded = refunded.plus(payment.refunded());
      decided = payment.refunds().stream().map(Refund::amount).reduce(decided, Money::plus);
      if (payment.inProgress() || CAPTURED.contains(payment.status())) {
        assertThat(payment.amount()).isBetween(total, payment.inProgress() ? total : placed);
      }
    }
    assertThat(refunded).isLessThanOrEqualTo(decided);
    assertThat(decided).isLessThanOrEqualTo(captured);
    assertThat(captured).isLessThanOrEqualTo(placed);
    if (order.moneyState() == MoneyState.PENDING) {
      assertThat(decided).as("what came in too late goes back").isEqualTo(captured);
    } else {
      assertThat(captured).isBetween(total, placed);
      assertThat(captured.minus(decided))
          .as("what was called off after it was paid goes back")
          .isLessThanOrEqualTo(total);
      assertThat(order.moneyState() == MoneyState.REFUNDED).isEqualTo(refunded.equals(captured));
    }
    if (order.status().equals("CANCELLED")) {
      assertThat(order.moneyState()).isNotEqualTo(MoneyState.PAID);
    }
  }

  /** Every step of every aggregate left exactly one event. */
  void eventsAreComplete(Collection<UserId> users) {
    List<OrderView> orders = orders();
    long steps = inventory().stream().map(InventoryItem::product).mapToLong(Product::version).sum();
    steps +=
        inventory().stream().flatMap(it -> it.stocks().stream()).mapToLong(Stock::version).sum();
    steps += warehouses().stream().mapToLong(Warehouse::version).sum();
    steps += orders.stream().map(OrderView::order).mapToLong(Order::version).sum();
    steps +=
        orders.stream().flatMap(it -> it.shipments().stream()).mapToLong(Shipment::version).sum();
    for (OrderView view : orders) {
      steps +=
          storage.views().fulfilment().returnsOf(view.order().id()).stream()
              .mapToLong(Return::version)
              .sum();
    }
    steps += reservations().stream().mapToLong(Reservation::version).sum();
    steps += escrows().stream().mapToLong(Escrow::version).sum();
    for (OrderView view : orders) {
      steps +=
          storage.views().payments().ofOrder(view.order().id()).stream()
              .mapToLong(Payment::version)
              .sum();
    }
    steps +=
        users.stream()
            .map(user -> storage.views().carts().of(user).cart())
            .mapToLong(Cart::version)
            .sum();
    assertThat(storage.events()).as("one event for each step").isEqualTo(steps);
  }

  List<OrderView> orders() {
    return storage.views().orders().list(StorageContract.EVERY_ORDER, ALL).items();
  }

  private List<InventoryItem> inventory() {
    return storage
        .views()
        .inventory()
        .list(new InventoryViews.Filter(Optional.empty(), false), ALL)
        .items();
  }

  private List<Warehouse> warehouses() {
    return storage.views().inventory().warehouses(ALL).items();
  }

  private List<Escrow> escrows() {
    List<OrderId> ids = orders().stream().map(view -> view.order().id()).toList();
    return storage
        .transactions()
        .run(Actor.system(), work -> List.copyOf(work.escrows().readAll(ids).values()));
  }

  private List<Reservation> reservations() {
    List<OrderId> ids = orders().stream().map(view -> view.order().id()).toList();
    return storage
        .transactions()
        .run(Actor.system(), work -> List.copyOf(work.reservations().readAll(ids).values()));
  }
}
