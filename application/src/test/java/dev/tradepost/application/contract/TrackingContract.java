package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.tradepost.application.ApplicationReason;
import dev.tradepost.application.FulfilmentPolicy;
import dev.tradepost.application.fulfilment.TrackShipment;
import dev.tradepost.application.fulfilment.TrackedShipment;
import dev.tradepost.application.order.MoveOrder;
import dev.tradepost.domain.fulfilment.CarrierStatus;
import dev.tradepost.domain.fulfilment.FulfilmentReason;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.fulfilment.ShipmentStatus;
import dev.tradepost.domain.fulfilment.TrackingUpdate;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.ShipmentId;
import dev.tradepost.domain.shared.WarehouseId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What carriers say about shipments, and what follows for orders, stock and money. */
public abstract class TrackingContract extends GoodsContract {
  private static final String CARRIER = "Standard";

  private ProductId laptop;
  private Order order;
  private Shipment first;
  private Shipment second;

  /** Two laptops from one warehouse and three from the other, planned. */
  @BeforeEach
  void plan() {
    laptop = product("p1", "100");
    WarehouseId north = warehouse("north");
    count(laptop, MAIN, 2);
    count(laptop, north, 4);
    wallet(ALICE, "5000");
    order = paid("fulfilment", pieces(5, laptop));
    List<Shipment> planned = execute(CLERK, planning(order)).shipments();
    first = planned.get(0);
    second = planned.get(1);
  }

  private TrackShipment saying(Shipment parcel, String id, CarrierStatus status, Instant at) {
    return new TrackShipment(
        CARRIER,
        parcel.trackingNumber().orElseThrow(),
        new TrackingUpdate(id, status, at, Optional.of("It is so"), NONE));
  }

  private TrackShipment saying(Shipment parcel, String id, CarrierStatus status) {
    return saying(parcel, id, status, clock.advance(Duration.ofMinutes(1)));
  }

  private TrackedShipment heard(Shipment parcel, String id, CarrierStatus status) {
    return execute(CLERK, saying(parcel, id, status));
  }

  private TrackedShipment seen(Shipment parcel) {
    return views().fulfilment().shipment(parcel.id(), ALICE).orElseThrow();
  }

  private static List<String> ids(TrackedShipment tracked) {
    return tracked.trail().stream().map(TrackingUpdate::updateId).toList();
  }

  @Test // S0-64
  void what_carriers_say_brings_shipments_and_their_order_to_the_end() {
    heard(first, "1", CarrierStatus.ANNOUNCED);
    assertThat(seen(first).shipment().status()).isEqualTo(ShipmentStatus.PENDING);
    heard(first, "2", CarrierStatus.PICKED_UP);
    assertThat(seen(first).shipment().shippedAt()).contains(clock.instant());
    assertThat(stock(laptop).onHand()).isZero();
    assertThat(status(order)).isEqualTo("PROCESSING");
    heard(first, "3", CarrierStatus.IN_TRANSIT);
    TrackedShipment arrived = heard(first, "4", CarrierStatus.DELIVERED);
    assertThat(arrived.shipment().deliveredAt()).contains(clock.instant());
    assertThat(arrived).isEqualTo(seen(first));
    assertThat(arrived.trail())
        .extracting(TrackingUpdate::updateId, TrackingUpdate::status)
        .containsExactly(
            tuple("1", CarrierStatus.ANNOUNCED),
            tuple("2", CarrierStatus.PICKED_UP),
            tuple("3", CarrierStatus.IN_TRANSIT),
            tuple("4", CarrierStatus.DELIVERED));
    assertThat(status(order)).isEqualTo("PROCESSING");

    TrackedShipment other = heard(second, "1", CarrierStatus.DELIVERED);

    assertThat(other).isEqualTo(seen(second));
    assertThat(other.shipment().status()).isEqualTo(ShipmentStatus.DELIVERED);
    assertThat(status(order)).isEqualTo("DELIVERED");
    assertThat(escrow(order.id()).earned()).isEqualTo(usd("500"));
    allIsSound();
  }

  @Test
  void a_shipment_that_nobody_has_said_anything_about_has_an_empty_trail() {
    assertThat(seen(first)).isEqualTo(new TrackedShipment(first, List.of()));
    assertThat(views().fulfilment().shipment(first.id(), BOB)).isEmpty();
  }

  @Test
  void what_is_said_twice_changes_nothing_even_with_other_words() {
    heard(first, "1", CarrierStatus.PICKED_UP);
    TrackedShipment before = seen(first);
    long events = storage().events();
    assertThat(heard(first, "1", CarrierStatus.PICKED_UP)).isEqualTo(before);
    assertThat(heard(first, "1", CarrierStatus.DELIVERED)).isEqualTo(before);
    assertThat(storage().events()).isEqualTo(events);
    assertThat(ids(heard(second, "1", CarrierStatus.PICKED_UP)))
        .as("another shipment's")
        .containsExactly("1");
    allIsSound();
  }

  @Test
  void what_comes_late_stands_where_it_happened_and_moves_nothing_back() {
    Instant noon = clock.instant();
    execute(CLERK, saying(first, "3", CarrierStatus.DELIVERED, noon.plusSeconds(30)));
    execute(CLERK, saying(first, "1", CarrierStatus.PICKED_UP, noon.plusSeconds(10)));
    execute(CLERK, saying(first, "2", CarrierStatus.EXCEPTION, noon.plusSeconds(20)));
    TrackedShipment tracked =
        execute(CLERK, saying(first, "2b", CarrierStatus.IN_TRANSIT, noon.plusSeconds(20)));
    assertThat(ids(tracked)).containsExactly("1", "2", "2b", "3");
    assertThat(tracked).isEqualTo(seen(first));
    assertThat(tracked.shipment().status()).isEqualTo(ShipmentStatus.DELIVERED);
    allIsSound();
  }

  @Test
  void what_is_said_about_a_shipment_that_was_called_off_is_kept_and_moves_nothing() {
    execute(ALICE, cancelling(order));
    TrackedShipment tracked = heard(first, "1", CarrierStatus.DELIVERED);
    assertThat(tracked.shipment().status()).isEqualTo(ShipmentStatus.CANCELLED);
    assertThat(ids(seen(first))).containsExactly("1");
    assertThat(status(order)).isEqualTo("CANCELLED");
    assertThat(stock(laptop).onHand()).isEqualTo(2);
    allIsSound();
  }

  @Test
  void what_the_carrier_says_after_the_clerk_goes_into_the_trail() {
    execute(CLERK, leaving(first));
    assertThat(ids(heard(first, "1", CarrierStatus.PICKED_UP))).containsExactly("1");
    execute(CLERK, arriving(first));
    TrackedShipment tracked = heard(first, "2", CarrierStatus.DELIVERED);
    assertThat(ids(tracked)).containsExactly("1", "2");
    assertThat(tracked.shipment().status()).isEqualTo(ShipmentStatus.DELIVERED);
    allIsSound();
  }

  @Test
  void only_staff_speak_for_carriers_and_only_about_their_own_numbers() {
    String number = first.trackingNumber().orElseThrow();
    TrackShipment saying = saying(first, "1", CarrierStatus.PICKED_UP);
    refused(ALICE, saying, ApplicationReason.STAFF_ONLY);
    TrackShipment foreign = new TrackShipment("DHL", number, saying.update());
    refused(CLERK, foreign, FulfilmentReason.SHIPMENT_NOT_FOUND);
    TrackShipment unknown = new TrackShipment(CARRIER, "TRK-0", saying.update());
    refused(CLERK, unknown, FulfilmentReason.SHIPMENT_NOT_FOUND);
  }

  @Test
  void a_parcel_of_an_order_that_cannot_be_shipped_yet_is_refused_and_can_be_said_again() {
    open(shop(FulfilmentPolicy.standard(), pickedBeforePaid()));
    stocked("p1", 5);
    wallet(ALICE, "5000");
    Order unpaid = placed("pick-first", pieces(1, new ProductId("p1")));
    Shipment parcel =
        execute(CLERK, new MoveOrder(unpaid.id(), "PICKED", NONE, ANY_VERSION)).shipments().get(0);
    heard(parcel, "1", CarrierStatus.ANNOUNCED);
    TrackShipment pickedUp = saying(parcel, "2", CarrierStatus.PICKED_UP);
    refused(CLERK, pickedUp, SharedReason.TRANSITION_NOT_ALLOWED);
    refused(
        CLERK, saying(parcel, "3", CarrierStatus.DELIVERED), SharedReason.TRANSITION_NOT_ALLOWED);
    execute(ALICE, paying(unpaid.id()));
    execute(CLERK, pickedUp);
    assertThat(status(unpaid)).isEqualTo("SHIPPED");
    assertThat(ids(seen(parcel))).containsExactly("1", "2");
    allIsSound();
  }

  @Test
  void of_many_who_say_the_same_at_once_one_is_heard() {
    TrackShipment saying = saying(first, "1", CarrierStatus.DELIVERED);
    Crowd<TrackedShipment> crowd = Crowd.atOnce(4, i -> execute(CLERK, saying));
    assertThat(crowd.refused()).isEmpty();
    assertThat(ids(seen(first))).containsExactly("1");
    assertThat(stock(laptop).onHand()).isZero();
    allIsSound();
  }

  @Test
  void a_unit_of_work_sees_what_it_has_heard_itself() {
    String number = first.trackingNumber().orElseThrow();
    List<TrackingUpdate> trail =
        work(
            work -> {
              saying(first, "1", CarrierStatus.PICKED_UP).run(work);
              saying(first, "1", CarrierStatus.PICKED_UP).run(work);
              saying(first, "2", CarrierStatus.DELIVERED).run(work);
              assertThat(work.shipments().readByNumber(number).orElseThrow().status())
                  .isEqualTo(ShipmentStatus.DELIVERED);
              return work.shipments().trail(first.id());
            });
    assertThat(trail).isEqualTo(seen(first).trail()).hasSize(2);
    allIsSound();
  }

  @Test
  void the_parcels_of_a_carrier_are_listed_by_status_and_id() {
    heard(first, "1", CarrierStatus.ANNOUNCED);
    assertThat(carried(CARRIER, ShipmentStatus.PENDING, Optional.empty(), 9))
        .containsExactly(seen(first), seen(second));
    assertThat(carried(CARRIER, ShipmentStatus.PENDING, Optional.empty(), 1))
        .containsExactly(seen(first));
    assertThat(carried(CARRIER, ShipmentStatus.PENDING, Optional.of(first.id()), 9))
        .containsExactly(seen(second));
    assertThat(carried("DHL", ShipmentStatus.PENDING, Optional.empty(), 9)).isEmpty();
    heard(second, "1", CarrierStatus.PICKED_UP);
    assertThat(carried(CARRIER, ShipmentStatus.SHIPPED, Optional.empty(), 9))
        .containsExactly(seen(second));
    assertThat(carried(CARRIER, ShipmentStatus.SHIPPED, Optional.of(second.id()), 9)).isEmpty();
  }

  private List<TrackedShipment> carried(
      String carrier, ShipmentStatus status, Optional<ShipmentId> after, int limit) {
    return views().fulfilment().carriedBy(carrier, status, after, limit);
  }
}
