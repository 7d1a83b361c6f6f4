package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tradepost.application.Actor;
import dev.tradepost.application.ApplicationReason;
import dev.tradepost.application.Shop;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.fulfilment.PlanFulfilment;
import dev.tradepost.application.memory.SandboxProvider;
import dev.tradepost.application.order.CancelOrder;
import dev.tradepost.application.order.ConfirmOrder;
import dev.tradepost.application.order.DeliverOrder;
import dev.tradepost.application.order.MoveOrder;
import dev.tradepost.application.order.OrderView;
import dev.tradepost.application.order.ShipOrder;
import dev.tradepost.application.order.TimelineEntry;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.fulfilment.ShipmentStatus;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.OrderReason;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.WarehouseId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Orders on their way: confirmed, shipped, delivered, called off. */
public abstract class MovingContract extends StorageContract {
  private static final OptionalLong ANY_VERSION = OptionalLong.empty();
  private static final Optional<String> NONE = Optional.empty();

  private static CancelOrder cancelling(Order order) {
    return new CancelOrder(order.id(), NONE, ANY_VERSION);
  }

  private static ShipOrder shipping(Order order) {
    return new ShipOrder(order.id(), Optional.of("DHL"), ANY_VERSION);
  }

  private static DeliverOrder delivering(Order order) {
    return new DeliverOrder(order.id(), ANY_VERSION);
  }

  private static MoveOrder moving(Order order, String status) {
    return new MoveOrder(order.id(), status, NONE, ANY_VERSION);
  }

  private String status(Actor actor, UseCase<OrderView> useCase) {
    return execute(actor, useCase).order().status();
  }

  private Order paid(String lifecycle, ProductId product, int quantity) {
    Order order = placed(lifecycle, pieces(quantity, product));
    new Cashier(useCases(), views(), new SandboxProvider()).pay(ALICE, order.id(), "success");
    return order(order.id());
  }

  @Test // S1-10, S1-16, S1-01, A61
  void a_paid_order_ships_and_arrives_and_its_stock_leaves() {
    ProductId laptop = stocked("p1", 5);
    Order order = paid("checkout", laptop, 2);
    clock.advance(Duration.ofHours(1));

    OrderView shipped = execute(CLERK, shipping(order));
    assertThat(shipped.order().status()).isEqualTo("SHIPPED");
    assertThat(stock(laptop).onHand()).isEqualTo(3);
    assertThat(stock(laptop).reserved()).isZero();
    clock.advance(Duration.ofHours(1));
    OrderView delivered = execute(CLERK, delivering(order));

    assertThat(views().orders().find(order.id(), ALICE)).contains(delivered);
    assertThat(delivered.order().status()).isEqualTo("DELIVERED");
    Shipment shipment = delivered.shipments().get(0);
    assertThat(shipment.items()).containsExactly(new Shipment.Item(laptop, 2));
    assertThat(shipment.carrier()).contains("DHL");
    assertThat(shipment.status()).isEqualTo(ShipmentStatus.DELIVERED);
    assertThat(shipment.shippedAt()).contains(TestClock.NOON.plusSeconds(3600));
    assertThat(shipment.deliveredAt()).contains(TestClock.NOON.plusSeconds(7200));
    assertThat(stock(laptop).onHand()).isEqualTo(3);
  }

  @Test // S2-10, S2-57, T-11
  void an_order_from_two_warehouses_is_two_shipments() {
    WarehouseId north = warehouse("north");
    ProductId laptop = stocked("p1", 2);
    count(laptop, north, 2);
    ProductId phones = stocked("p2", 5);
    Order order = placed("direct", pieces(3, laptop), pieces(1, phones));

    OrderView shipped = execute(CLERK, shipping(order));

    assertThat(shipped.shipments())
        .extracting(Shipment::warehouseId, Shipment::items)
        .containsExactly(
            tuple(MAIN, List.of(new Shipment.Item(laptop, 2), new Shipment.Item(phones, 1))),
            tuple(north, List.of(new Shipment.Item(laptop, 1))));
    assertThat(views().orders().find(order.id(), ALICE)).contains(shipped);
    assertThat(stock(laptop, north).onHand()).isEqualTo(1);
  }

  @Test // S1-16, A56
  void nothing_ships_before_it_is_paid_or_arrives_before_it_shipped() {
    ProductId laptop = stocked("p1", 5);
    Order order = placed("checkout", pieces(1, laptop));
    execute(CLERK, new ConfirmOrder(order.id(), ANY_VERSION));
    Order reserved = placed("fulfilment", pieces(1, laptop));

    refused(CLERK, shipping(order), SharedReason.TRANSITION_NOT_ALLOWED);
    refused(CLERK, delivering(order), SharedReason.TRANSITION_NOT_ALLOWED);
    refused(CLERK, shipping(reserved), SharedReason.TRANSITION_NOT_ALLOWED);
  }

  @Test // S0-26, S0-27, S0-28, S1-17, S1-18, T-10
  void a_cancelled_order_gives_its_stock_back_at_once() {
    ProductId laptop = stocked("p1", 5);
    Order order = placed("direct", pieces(2, laptop));
    clock.advance(Duration.ofMinutes(1));

    Order cancelled = execute(ALICE, cancelling(order)).order();

    assertThat(order(order.id())).isEqualTo(cancelled);
    assertThat(cancelled.status()).isEqualTo("CANCELLED");
    assertThat(cancelled.updatedAt()).isEqualTo(TestClock.NOON.plusSeconds(60));
    assertThat(stock(laptop).available()).isEqualTo(5);
    assertThat(views().payments().ofOrder(order.id())).isEmpty();
  }

  @Test // S0-37, S0-26, S1-17, T-12, A55, A57
  void what_was_cancelled_or_shipped_is_not_cancelled_again() {
    ProductId laptop = stocked("p1", 5);
    Order cancelled = placed("direct", pieces(1, laptop));
    execute(ALICE, cancelling(cancelled));
    Order shipped = placed("direct", pieces(1, laptop));
    execute(CLERK, shipping(shipped));

    refused(ALICE, cancelling(cancelled), SharedReason.TRANSITION_NOT_ALLOWED);
    refused(CLERK, shipping(cancelled), SharedReason.TRANSITION_NOT_ALLOWED);
    refused(ALICE, cancelling(shipped), SharedReason.TRANSITION_NOT_ALLOWED);
    refused(CLERK, shipping(shipped), SharedReason.TRANSITION_NOT_ALLOWED);
    execute(CLERK, delivering(shipped));
    refused(CLERK, cancelling(shipped), SharedReason.TRANSITION_NOT_ALLOWED);
  }

  @Test // S0-31
  void the_cancellation_window_binds_customers_and_not_staff() {
    Shop standard = Shop.standard(USD);
    open(
        new Shop(
            USD,
            standard.lifecycles(),
            standard.orderLifecycle(),
            standard.checkoutLifecycle(),
            Optional.of(Duration.ofMinutes(30)),
            standard.wallets(),
            standard.instruments()));
    ProductId laptop = stocked("p1", 5);
    Order inTime = placed("direct", pieces(1, laptop));
    Order late = placed("direct", pieces(1, laptop));

    clock.advance(Duration.ofMinutes(30));
    execute(ALICE, cancelling(inTime));
    clock.advance(Duration.ofMillis(1));
    refused(ALICE, cancelling(late), OrderReason.CANCELLATION_WINDOW_CLOSED);
    refused(ALICE, moving(late, "CANCELLED"), OrderReason.CANCELLATION_WINDOW_CLOSED);
    assertThat(status(CLERK, cancelling(late))).isEqualTo("CANCELLED");
  }

  @Test // X-05, S1-10, A58
  void staff_move_an_order_by_naming_the_next_state() {
    ProductId laptop = stocked("p1", 5);
    Order order = placed("checkout", pieces(1, laptop));

    assertThat(status(CLERK, moving(order, "CONFIRMED"))).isEqualTo("CONFIRMED");
    refused(CLERK, moving(order, "PAID"), OrderReason.STATUS_NOT_BY_HAND);
    new Cashier(useCases(), views(), new SandboxProvider()).pay(ALICE, order.id(), "success");
    assertThat(status(CLERK, moving(order, "SHIPPED"))).isEqualTo("SHIPPED");
    assertThat(status(CLERK, moving(order, "DELIVERED"))).isEqualTo("DELIVERED");
    assertThat(stock(laptop).onHand()).isEqualTo(4);
    assertThat(views().orders().find(order.id(), ALICE).orElseThrow().shipments()).hasSize(1);
  }

  @Test // X-05, A48, A58
  void a_customer_moves_an_order_to_cancelled_and_no_further() {
    ProductId laptop = stocked("p1", 5);
    Order order = placed("direct", pieces(2, laptop));

    refused(ALICE, moving(order, "PROCESSING"), ApplicationReason.STAFF_ONLY);
    refused(ALICE, moving(order, "SHIPPED"), ApplicationReason.STAFF_ONLY);
    refused(ALICE, moving(order, "PLACED"), SharedReason.TRANSITION_NOT_ALLOWED);
    Order unpaid = placed("checkout", pieces(1, laptop));
    refused(ALICE, moving(unpaid, "PAID"), OrderReason.STATUS_NOT_BY_HAND);
    refused(ALICE, moving(order, "DELIVERED"), SharedReason.TRANSITION_NOT_ALLOWED);
    refused(ALICE, moving(order, "LOST"), OrderReason.UNKNOWN_STATUS);
    assertThat(
            status(
                ALICE,
                new MoveOrder(order.id(), "CANCELLED", Optional.of("Too late"), ANY_VERSION)))
        .isEqualTo("CANCELLED");
    assertThat(stock(laptop).available()).isEqualTo(4);
    assertThat(lastMove(order).reason()).isEqualTo("Too late");
  }

  private TimelineEntry lastMove(Order order) {
    List<TimelineEntry> timeline = views().orders().timeline(order.id(), ALICE);
    return timeline.get(timeline.size() - 1);
  }

  @Test // A48
  void a_customer_neither_confirms_nor_ships_nor_delivers() {
    Order order = placed("checkout", pieces(1, stocked("p1", 5)));
    refused(ALICE, new ConfirmOrder(order.id(), ANY_VERSION), ApplicationReason.STAFF_ONLY);
    refused(ALICE, new PlanFulfilment(order.id(), ANY_VERSION), ApplicationReason.STAFF_ONLY);
    refused(ALICE, shipping(order), ApplicationReason.STAFF_ONLY);
    refused(ALICE, delivering(order), ApplicationReason.STAFF_ONLY);
  }

  @Test // A45, S0-38, S0-39, S2-49
  void anothers_order_is_not_there() {
    Order alices = placed("direct", pieces(1, stocked("p1", 5)));
    OrderId nothing = new OrderId(new UUID(1, 1));

    refused(BOB, cancelling(alices), OrderReason.ORDER_NOT_FOUND);
    refused(BOB, moving(alices, "CANCELLED"), OrderReason.ORDER_NOT_FOUND);
    refused(BOB, Cashier.start(alices.id(), "success"), OrderReason.ORDER_NOT_FOUND);
    refused(CLERK, new CancelOrder(nothing, NONE, ANY_VERSION), OrderReason.ORDER_NOT_FOUND);
    refused(CLERK, new ShipOrder(nothing, NONE, ANY_VERSION), OrderReason.ORDER_NOT_FOUND);
    assertThat(views().orders().find(alices.id(), BOB)).isEmpty();
    assertThat(views().orders().timeline(alices.id(), BOB)).isEmpty();
    assertThat(views().orders().find(nothing, CLERK)).isEmpty();
    assertThat(views().orders().timeline(nothing, CLERK)).isEmpty();
  }

  @Test // A38
  void a_move_decided_on_an_older_version_is_refused() {
    Order order = placed("checkout", pieces(1, stocked("p1", 5)));
    OptionalLong stale = OptionalLong.of(order.version());
    execute(CLERK, new ConfirmOrder(order.id(), stale));

    refused(ALICE, new CancelOrder(order.id(), NONE, stale), SharedReason.STALE_VERSION);
    refused(CLERK, new ShipOrder(order.id(), NONE, stale), SharedReason.STALE_VERSION);
    refused(CLERK, new DeliverOrder(order.id(), stale), SharedReason.STALE_VERSION);
    refused(ALICE, new MoveOrder(order.id(), "CANCELLED", NONE, stale), SharedReason.STALE_VERSION);
  }

  @Test // S2-25, S2-26, S2-29, S2-61, S0-56
  void fulfilment_begins_before_shipping_and_can_still_be_called_off() {
    ProductId laptop = stocked("p1", 5);
    Order first = paid("fulfilment", laptop, 1);
    Order second = paid("fulfilment", laptop, 1);

    assertThat(status(CLERK, new PlanFulfilment(first.id(), ANY_VERSION))).isEqualTo("PROCESSING");
    assertThat(status(ALICE, cancelling(first))).isEqualTo("CANCELLED");
    assertThat(status(CLERK, shipping(second))).isEqualTo("SHIPPED");
    assertThat(views().orders().timeline(second.id(), ALICE))
        .extracting(TimelineEntry::to)
        .containsExactly("PENDING", "PAYMENT_PENDING", "CONFIRMED", "PROCESSING", "SHIPPED");
    assertThat(stock(laptop).onHand()).isEqualTo(4);
    assertThat(stock(laptop).reserved()).isZero();
  }
}
