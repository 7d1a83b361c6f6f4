package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tradepost.application.ApplicationReason;
import dev.tradepost.application.FulfilmentPolicy;
import dev.tradepost.application.fulfilment.MoveShipment;
import dev.tradepost.application.order.DeliverOrder;
import dev.tradepost.application.order.MoveOrder;
import dev.tradepost.application.order.OrderView;
import dev.tradepost.application.order.PlaceOrder;
import dev.tradepost.domain.fulfilment.Carriers;
import dev.tradepost.domain.fulfilment.FulfilmentReason;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.fulfilment.ShipmentAction;
import dev.tradepost.domain.fulfilment.ShipmentStatus;
import dev.tradepost.domain.inventory.ReservationStatus;
import dev.tradepost.domain.order.Address;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.Terms;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.ShipmentId;
import dev.tradepost.domain.shared.WarehouseId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Orders that leave from several warehouses, planned or at once, whole or in parts. */
public abstract class FulfilmentContract extends GoodsContract {
  private ProductId laptop;
  private ProductId phone;
  private WarehouseId north;

  @BeforeEach
  void furnish() {
    laptop = product("p1", "100");
    phone = product("p2", "20");
    north = warehouse("north");
    count(laptop, MAIN, 2);
    count(laptop, north, 4);
    count(phone, MAIN, 9);
    wallet(ALICE, "5000");
  }

  /** Two laptops and a phone from one warehouse, three laptops from the other: 520 dollars. */
  private Order split(String lifecycle) {
    return paid(lifecycle, pieces(5, laptop), pieces(1, phone));
  }

  private Shipment seen(Shipment shipment) {
    return views().fulfilment().shipment(shipment.id(), ALICE).orElseThrow().shipment();
  }

  @Test // S2-25, S2-26, S2-57, T-11
  void an_order_from_two_warehouses_is_planned_as_two_shipments() {
    Order order = split("fulfilment");

    OrderView planned = execute(CLERK, planning(order));

    assertThat(planned.status()).isEqualTo("PROCESSING");
    assertThat(planned.shipments())
        .extracting(Shipment::warehouseId, Shipment::items, Shipment::status)
        .containsExactly(
            tuple(
                MAIN,
                List.of(new Shipment.Item(laptop, 2), new Shipment.Item(phone, 1)),
                ShipmentStatus.PENDING),
            tuple(north, List.of(new Shipment.Item(laptop, 3)), ShipmentStatus.PENDING));
    assertThat(planned.shipments())
        .extracting(it -> it.trackingNumber().orElseThrow())
        .allMatch(it -> it.matches("TRK-[0-9A-Z]+-[0-9A-Z]{8}"))
        .doesNotHaveDuplicates();
    assertThat(view(order)).isEqualTo(planned);
    assertThat(stock(laptop).reserved()).as("nothing has left").isEqualTo(2);
    refused(CLERK, planning(order), FulfilmentReason.NOTHING_TO_SHIP);
    allIsSound();
  }

  @Test // S2-26, S2-57, T-11
  void it_is_sent_when_both_have_left_and_delivered_when_both_have_arrived() {
    Order order = split("fulfilment");
    List<Shipment> planned = execute(CLERK, planning(order)).shipments();
    Shipment first = planned.get(0);
    Shipment second = planned.get(1);
    clock.advance(Duration.ofHours(1));
    execute(CLERK, leaving(first));
    assertThat(status(order)).isEqualTo("PROCESSING");
    assertThat(stock(laptop).onHand()).isZero();
    assertThat(stock(laptop, north).reserved()).isEqualTo(3);
    execute(CLERK, arriving(first));
    execute(CLERK, leaving(second));
    assertThat(status(order)).isEqualTo("SHIPPED");
    assertThat(reservation(order).status()).isEqualTo(ReservationStatus.FULFILLED);
    assertThat(escrow(order.id()).earned()).isEqualTo(usd("0"));
    Shipment arrived = execute(CLERK, arriving(second));

    assertThat(seen(second)).isEqualTo(arrived);
    assertThat(arrived.deliveredAt()).contains(clock.instant());
    assertThat(status(order)).isEqualTo("DELIVERED");
    assertThat(escrow(order.id()).earned()).isEqualTo(usd("520"));
    assertThat(stock(laptop, north).onHand()).isEqualTo(1);
    allIsSound();
  }

  @Test // S2-26
  void a_shipment_leaves_once_arrives_once_and_in_this_order() {
    Order order = split("fulfilment");
    Shipment planned = execute(CLERK, planning(order)).shipments().get(1);
    refused(ALICE, leaving(planned), ApplicationReason.STAFF_ONLY);
    refused(CLERK, arriving(planned), SharedReason.TRANSITION_NOT_ALLOWED);
    execute(CLERK, leaving(planned));
    refused(CLERK, leaving(planned), SharedReason.TRANSITION_NOT_ALLOWED);
    execute(CLERK, arriving(planned));
    refused(CLERK, arriving(planned), SharedReason.TRANSITION_NOT_ALLOWED);
    MoveShipment nothing = new MoveShipment(new ShipmentId(new UUID(1, 1)), ShipmentAction.SHIP);
    refused(CLERK, nothing, FulfilmentReason.SHIPMENT_NOT_FOUND);
    assertThat(views().fulfilment().shipment(planned.id(), BOB)).isEmpty();
    assertThat(views().fulfilment().shipment(nothing.id(), CLERK)).isEmpty();
    allIsSound();
  }

  @Test
  void the_carrier_is_chosen_by_the_country_it_goes_to() {
    FulfilmentPolicy standard = FulfilmentPolicy.standard();
    open(
        shop(
            new FulfilmentPolicy(
                standard.allocation(),
                new Carriers(Map.of("DE", "DHL", "FR", "Colissimo"), "UPS"),
                standard.reservationLasts(),
                Map.of())));
    furnish();
    assertThat(carrierTo(Optional.of("DE"))).contains("DHL");
    assertThat(carrierTo(Optional.of("FR"))).contains("Colissimo");
    assertThat(carrierTo(Optional.of("US"))).contains("UPS");
    assertThat(carrierTo(Optional.empty())).contains("UPS");
  }

  private Optional<String> carrierTo(Optional<String> country) {
    Optional<Address> address =
        country.map(it -> new Address("Alice", "Main St 1", NONE, "Town", NONE, NONE, it));
    PlaceOrder placing =
        new PlaceOrder(
            Optional.empty(),
            List.of(pieces(1, phone)),
            Optional.of("direct"),
            new Terms(address, Optional.empty(), NONE));
    Order order = execute(ALICE, placing).order();
    assertThat(order(order.id()).terms().shippingAddress()).isEqualTo(address);
    return execute(CLERK, planning(order)).shipments().get(0).carrier();
  }

  @Test // S2-57, T-11
  void an_order_is_shipped_at_once_in_the_parts_that_are_named() {
    Order order = split("fulfilment");
    OrderView one = execute(CLERK, shipping(order, pieces(1, phone), pieces(1, laptop)));
    assertThat(one.status()).isEqualTo("PROCESSING");
    assertThat(stock(phone).onHand()).isEqualTo(8);
    assertThat(stock(laptop).onHand()).isEqualTo(1);
    refused(CLERK, shipping(order, pieces(1, phone)), FulfilmentReason.NOTHING_TO_SHIP);
    refused(CLERK, shipping(order, pieces(5, laptop)), FulfilmentReason.NOTHING_TO_SHIP);
    refused(CLERK, shipping(order, pieces(0, laptop)), SharedReason.QUANTITY_NOT_POSITIVE);

    OrderView all = execute(CLERK, shipping(order, pieces(4, laptop)));

    assertThat(all.status()).isEqualTo("SHIPPED");
    assertThat(all.shipments()).hasSize(3);
    assertThat(view(order)).isEqualTo(all);
    refused(CLERK, shipping(order), SharedReason.TRANSITION_NOT_ALLOWED);
    execute(CLERK, new DeliverOrder(order.id(), ANY_VERSION));
    assertThat(shipments(order, ShipmentStatus.DELIVERED)).hasSize(3);
    assertThat(stock(laptop, north).onHand()).isEqualTo(1);
    allIsSound();
  }

  @Test // S2-26
  void what_is_planned_is_not_sent_twice_and_leaves_with_the_rest() {
    Order order = split("fulfilment");
    execute(CLERK, shipping(order, pieces(1, laptop)));
    execute(CLERK, planning(order));
    assertThat(shipments(order, ShipmentStatus.PENDING)).hasSize(2);
    refused(CLERK, shipping(order, pieces(1, phone)), FulfilmentReason.NOTHING_TO_SHIP);
    OrderView all = execute(CLERK, shipping(order));
    assertThat(all.status()).isEqualTo("SHIPPED");
    assertThat(shipments(order, ShipmentStatus.SHIPPED)).hasSize(3);
    allIsSound();
  }

  @Test
  void a_tracking_number_belongs_to_one_shipment() {
    Order order = split("fulfilment");
    refused(CLERK, shippingAs("N1", order), FulfilmentReason.TRACKING_NUMBER_TAKEN);
    execute(CLERK, shippingAs("N1", order, pieces(1, phone)));
    refused(
        CLERK, shippingAs("N1", order, pieces(1, laptop)), FulfilmentReason.TRACKING_NUMBER_TAKEN);
    Order other = paid("direct", pieces(1, phone));
    refused(CLERK, shippingAs("N1", other), FulfilmentReason.TRACKING_NUMBER_TAKEN);
    OrderView shipped = execute(CLERK, shippingAs("N2", other));
    assertThat(shipped.shipments().get(0).trackingNumber()).contains("N2");
    allIsSound();
  }

  @Test
  void of_many_who_give_one_tracking_number_at_once_one_wins() {
    List<Order> orders =
        List.of(paid("direct", pieces(1, phone)), paid("direct", pieces(1, phone)));
    Crowd<OrderView> crowd = Crowd.atOnce(2, i -> execute(CLERK, shippingAs("N1", orders.get(i))));
    assertThat(crowd.winner()).isPresent();
    assertThat(crowd.refused()).containsExactly(FulfilmentReason.TRACKING_NUMBER_TAKEN);
    assertThat(stock(phone).onHand()).isEqualTo(8);
  }

  @Test // T-12, S2-29
  void what_was_called_off_is_not_sent() {
    Order order = split("fulfilment");
    Shipment planned = execute(CLERK, planning(order)).shipments().get(0);
    execute(ALICE, cancelling(order));
    assertThat(shipments(order, ShipmentStatus.CANCELLED)).hasSize(2);
    refused(CLERK, leaving(planned), SharedReason.TRANSITION_NOT_ALLOWED);
    refused(CLERK, shipping(order), SharedReason.TRANSITION_NOT_ALLOWED);
    refused(CLERK, planning(order), SharedReason.TRANSITION_NOT_ALLOWED);
    allIsSound();
  }

  @Test // T-12
  void of_a_cancel_and_a_planned_shipment_at_once_one_wins() {
    for (int round = 0; round < 8; round++) {
      Order order = paid("fulfilment", pieces(1, phone));
      Shipment planned = execute(CLERK, planning(order)).shipments().get(0);
      long onHand = stock(phone).onHand();
      Crowd<Object> crowd =
          Crowd.atOnce(
              2,
              i -> i == 0 ? execute(ALICE, cancelling(order)) : execute(CLERK, leaving(planned)));
      assertThat(crowd.winner()).as("round %d", round).isPresent();
      assertThat(crowd.refused()).containsExactly(SharedReason.TRANSITION_NOT_ALLOWED);
      boolean shipped = status(order).equals("SHIPPED");
      assertThat(stock(phone).onHand()).isEqualTo(shipped ? onHand - 1 : onHand);
      assertThat(stock(phone).reserved()).isZero();
    }
    allIsSound();
  }

  @Test // S2-26
  void nothing_that_has_to_be_paid_is_planned_or_sent_unpaid() {
    for (String lifecycle : List.of("checkout", "fulfilment")) {
      Order order = placed(lifecycle, pieces(1, phone));
      refused(CLERK, planning(order), SharedReason.TRANSITION_NOT_ALLOWED);
      refused(CLERK, shipping(order), SharedReason.TRANSITION_NOT_ALLOWED);
      refused(CLERK, shipping(order, pieces(1, phone)), SharedReason.TRANSITION_NOT_ALLOWED);
    }
  }

  @Test // S1-16, S2-26
  void a_lifecycle_without_a_state_for_it_is_planned_and_sent_in_parts_as_well() {
    Order order = split("checkout");
    OrderView planned = execute(CLERK, planning(order));
    assertThat(planned.order()).isEqualTo(order);
    execute(CLERK, leaving(planned.shipments().get(0)));
    assertThat(status(order)).isEqualTo("PAID");
    execute(CLERK, leaving(planned.shipments().get(1)));
    assertThat(status(order)).isEqualTo("SHIPPED");
    planned.shipments().forEach(it -> execute(CLERK, arriving(it)));
    assertThat(status(order)).isEqualTo("DELIVERED");
    assertThat(escrow(order.id()).left()).isEqualTo(usd("0"));
    allIsSound();
  }

  @Test // S2-25
  void fulfilment_begins_where_the_lifecycle_lets_it_even_before_the_payment() {
    open(shop(FulfilmentPolicy.standard(), pickedBeforePaid()));
    furnish();
    Order order = placed("pick-first", pieces(1, phone));
    OrderView picked = execute(CLERK, new MoveOrder(order.id(), "PICKED", NONE, ANY_VERSION));
    assertThat(picked.shipments()).hasSize(1);
    refused(CLERK, leaving(picked.shipments().get(0)), SharedReason.TRANSITION_NOT_ALLOWED);
    execute(ALICE, paying(order.id()));
    execute(CLERK, leaving(picked.shipments().get(0)));
    assertThat(status(order)).isEqualTo("SHIPPED");
    allIsSound();
  }
}
