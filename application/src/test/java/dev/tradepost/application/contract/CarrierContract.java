package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.FulfilmentPolicy;
import dev.tradepost.application.fulfilment.TrackedShipment;
import dev.tradepost.application.memory.SandboxCarrier;
import dev.tradepost.application.order.ShipOrder;
import dev.tradepost.application.port.CarrierGateway;
import dev.tradepost.application.process.FollowShipments;
import dev.tradepost.domain.fulfilment.CarrierStatus;
import dev.tradepost.domain.fulfilment.Carriers;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.fulfilment.ShipmentStatus;
import dev.tradepost.domain.fulfilment.TrackingUpdate;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.ShipmentId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Parcels that a sandbox carrier takes to the customer, or loses. */
public abstract class CarrierContract extends GoodsContract {
  private static final Duration PACE = Duration.ofMinutes(10);

  private final List<ShipmentId> failed = new ArrayList<>();
  private ProductId mug;

  @BeforeEach
  void furnish() {
    FulfilmentPolicy standard = FulfilmentPolicy.standard();
    open(
        shop(
            new FulfilmentPolicy(
                standard.allocation(),
                new Carriers(Map.of("DE", "DHL"), "sandbox"),
                standard.reservationLasts(),
                Map.of())));
    mug = product("mug", "10");
    count(mug, MAIN, 200);
    wallet(ALICE, "5000");
  }

  private SandboxCarrier sandbox() {
    return new SandboxCarrier(clock, PACE);
  }

  private FollowShipments following(CarrierGateway gateway) {
    return new FollowShipments(useCases(), views().fulfilment(), gateway);
  }

  /** A turn of a process that has just begun. */
  private void turn() {
    following(sandbox()).turn((id, failure) -> failed.add(id));
  }

  private void turnAfter(Duration time) {
    clock.advance(time);
    turn();
  }

  private Shipment planned() {
    return execute(CLERK, planning(paid("fulfilment", pieces(1, mug)))).shipments().get(0);
  }

  private Shipment sentBy(String carrier, Order order) {
    List<Shipment> before = view(order).shipments();
    ShipOrder sending =
        new ShipOrder(
            order.id(),
            Optional.of(List.of(pieces(1, mug))),
            Optional.of(carrier),
            NONE,
            ANY_VERSION);
    return execute(CLERK, sending).shipments().get(before.size());
  }

  private TrackedShipment seen(Shipment parcel) {
    return views().fulfilment().shipment(parcel.id(), CLERK).orElseThrow();
  }

  private List<CarrierStatus> trail(Shipment parcel) {
    return seen(parcel).trail().stream().map(TrackingUpdate::status).toList();
  }

  @Test // S0-64
  void a_planned_parcel_is_announced_picked_up_and_delivered_a_step_at_a_time() {
    Shipment parcel = planned();
    Instant start = clock.instant();
    turn();
    assertThat(trail(parcel)).containsExactly(CarrierStatus.ANNOUNCED);
    turnAfter(PACE.minusMillis(1));
    assertThat(seen(parcel).shipment().status()).isEqualTo(ShipmentStatus.PENDING);
    turnAfter(Duration.ofMillis(1));
    assertThat(trail(parcel)).endsWith(CarrierStatus.PICKED_UP);
    assertThat(seen(parcel).shipment().status()).isEqualTo(ShipmentStatus.SHIPPED);
    turnAfter(PACE);
    assertThat(trail(parcel)).endsWith(CarrierStatus.IN_TRANSIT);
    turnAfter(PACE);
    assertThat(seen(parcel).shipment().status()).isEqualTo(ShipmentStatus.DELIVERED);
    assertThat(view(order(parcel.orderId())).status()).isEqualTo("DELIVERED");
    assertThat(seen(parcel).trail())
        .extracting(TrackingUpdate::at)
        .containsExactly(
            start,
            start.plus(PACE),
            start.plus(PACE.multipliedBy(2)),
            start.plus(PACE.multipliedBy(3)));
    Object before = everything();
    turnAfter(Duration.ofDays(1));
    assertThat(everything()).isEqualTo(before);
    assertThat(failed).isEmpty();
    allIsSound();
  }

  @Test
  void who_was_away_for_long_hears_everything_at_once() {
    Shipment parcel = planned();
    turn();
    turnAfter(Duration.ofDays(9));
    assertThat(trail(parcel))
        .containsExactly(
            CarrierStatus.ANNOUNCED,
            CarrierStatus.PICKED_UP,
            CarrierStatus.IN_TRANSIT,
            CarrierStatus.DELIVERED);
    assertThat(seen(parcel).shipment().status()).isEqualTo(ShipmentStatus.DELIVERED);
    assertThat(failed).isEmpty();
    allIsSound();
  }

  @Test
  void a_parcel_by_sandbox_lost_is_lost_on_the_way_and_what_others_carry_is_left_alone() {
    Order order = paid("fulfilment", pieces(2, mug));
    Shipment lost = sentBy("sandbox-lost", order);
    Shipment other = sentBy("DHL", order);
    turn();
    turnAfter(Duration.ofDays(9));
    assertThat(trail(lost))
        .containsExactly(
            CarrierStatus.ANNOUNCED,
            CarrierStatus.PICKED_UP,
            CarrierStatus.IN_TRANSIT,
            CarrierStatus.EXCEPTION);
    assertThat(seen(lost).shipment().status()).isEqualTo(ShipmentStatus.SHIPPED);
    assertThat(trail(other)).isEmpty();
    assertThat(status(order)).isEqualTo("SHIPPED");
  }

  @Test
  void a_parcel_that_was_called_off_is_followed_no_more() {
    Shipment parcel = planned();
    turn();
    execute(ALICE, cancelling(order(parcel.orderId())));
    turnAfter(Duration.ofDays(9));
    assertThat(trail(parcel)).containsExactly(CarrierStatus.ANNOUNCED);
    assertThat(failed).isEmpty();
  }

  @Test
  void any_number_of_nodes_may_follow_at_once() {
    List<Shipment> parcels = List.of(planned(), planned(), planned());
    for (int step = 0; step < 4; step++) {
      Crowd<Object> crowd =
          Crowd.atOnce(
              3,
              i -> {
                following(sandbox()).turn((id, failure) -> failed.add(id));
                return i;
              });
      assertThat(crowd.refused()).isEmpty();
      clock.advance(PACE);
    }
    assertThat(failed).isEmpty();
    for (Shipment parcel : parcels) {
      assertThat(trail(parcel)).hasSize(4).endsWith(CarrierStatus.DELIVERED);
      assertThat(seen(parcel).shipment().status()).isEqualTo(ShipmentStatus.DELIVERED);
    }
    allIsSound();
  }

  @Test
  void one_parcel_the_carrier_stumbles_over_stops_no_other() {
    Shipment bad = planned();
    Shipment good = planned();
    FollowShipments follow = following(new Choosy(sandbox(), bad));
    follow.turn((id, failure) -> failed.add(id));
    clock.advance(Duration.ofDays(9));
    follow.turn((id, failure) -> failed.add(id));
    assertThat(failed).containsExactly(bad.id(), bad.id());
    assertThat(trail(bad)).isEmpty();
    assertThat(seen(good).shipment().status()).isEqualTo(ShipmentStatus.DELIVERED);
  }

  @Test
  void a_hundred_parcels_that_do_not_move_hide_no_other() {
    Order order = paid("fulfilment", pieces(101, mug));
    List<Shipment> parcels = new ArrayList<>();
    for (int i = 0; i < 101; i++) {
      parcels.add(sentBy("sandbox-lost", order));
    }
    FollowShipments follow = following(sandbox());
    follow.turn((id, failure) -> failed.add(id));
    assertThat(parcels).filteredOn(it -> trail(it).isEmpty()).hasSize(1);
    follow.turn((id, failure) -> failed.add(id));
    assertThat(parcels).filteredOn(it -> trail(it).isEmpty()).isEmpty();
    clock.advance(PACE);
    follow.turn((id, failure) -> failed.add(id));
    assertThat(parcels).filteredOn(it -> trail(it).size() == 2).hasSize(100);
    assertThat(failed).isEmpty();
  }

  /** A carrier that cannot be asked about one parcel. */
  private record Choosy(CarrierGateway sound, Shipment bad) implements CarrierGateway {
    @Override
    public Set<String> carriers() {
      return sound.carriers();
    }

    @Override
    public TrackingUpdate announce(Shipment parcel) {
      if (parcel.id().equals(bad.id())) {
        throw new IllegalStateException("stumbled");
      }
      return sound.announce(parcel);
    }

    @Override
    public List<TrackingUpdate> news(TrackedShipment parcel) {
      return sound.news(parcel);
    }
  }
}
