package dev.tradepost.domain.fulfilment;

import static dev.tradepost.domain.fulfilment.TrackingFixture.update;
import static dev.tradepost.domain.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.ShipmentId;
import dev.tradepost.domain.shared.Stamp;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WarehouseId;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a carrier says about a shipment, and what follows. */
class ShipmentTrackingTest {
  private static final Stamp NOON =
      new Stamp(Instant.parse("2026-03-01T12:00:00Z"), new UserId("alice"));
  private static final List<ShipmentAction> NOTHING = List.of();
  private static final List<ShipmentAction> LEAVES = List.of(ShipmentAction.SHIP);
  private static final List<ShipmentAction> ARRIVES = List.of(ShipmentAction.DELIVER);
  private static final List<ShipmentAction> BOTH =
      List.of(ShipmentAction.SHIP, ShipmentAction.DELIVER);

  private static Shipment planned() {
    return Shipment.plan(
            new ShipmentId(new UUID(0, 1)),
            new OrderId(new UUID(0, 2)),
            new UserId("alice"),
            new WarehouseId("east"),
            List.of(new Shipment.Item(new ProductId("p1"), 2)),
            Optional.of("DHL"),
            Optional.of("TRACK-1"))
        .state();
  }

  private static Shipment in(ShipmentStatus status) {
    return switch (status) {
      case PENDING -> planned();
      case SHIPPED -> planned().ship(NOON).state();
      case DELIVERED -> planned().ship(NOON).state().deliver(NOON).state();
      case CANCELLED -> planned().cancel().state();
    };
  }

  @ParameterizedTest // S0-64
  @EnumSource
  void what_the_carrier_says_is_kept_and_moves_nothing_by_itself(ShipmentStatus status) {
    Shipment before = in(status);
    TrackingUpdate heard = update("7", CarrierStatus.DELIVERED);

    Change<Shipment> tracked = before.track(heard);

    assertThat(tracked.events())
        .containsExactly(
            new ShipmentEvent.Tracked(
                before.id(), before.orderId(), Optional.of("TRACK-1"), heard));
    assertThat(tracked.state().version()).isEqualTo(before.version() + 1);
    assertThat(tracked.state())
        .usingRecursiveComparison()
        .ignoringFields("version")
        .isEqualTo(before);
  }

  @ParameterizedTest // S0-64
  @EnumSource
  void a_parcel_that_was_picked_up_leaves_and_one_that_was_delivered_arrives(CarrierStatus heard) {
    Map<CarrierStatus, List<ShipmentAction>> ofPlanned = new EnumMap<>(CarrierStatus.class);
    ofPlanned.put(CarrierStatus.ANNOUNCED, NOTHING);
    ofPlanned.put(CarrierStatus.PICKED_UP, LEAVES);
    ofPlanned.put(CarrierStatus.IN_TRANSIT, LEAVES);
    ofPlanned.put(CarrierStatus.OUT_FOR_DELIVERY, LEAVES);
    ofPlanned.put(CarrierStatus.DELIVERED, BOTH);
    ofPlanned.put(CarrierStatus.EXCEPTION, NOTHING);
    assertThat(in(ShipmentStatus.PENDING).movesOn(heard)).isEqualTo(ofPlanned.get(heard));
    assertThat(in(ShipmentStatus.SHIPPED).movesOn(heard))
        .isEqualTo(heard == CarrierStatus.DELIVERED ? ARRIVES : NOTHING);
  }

  @ParameterizedTest
  @EnumSource
  void nothing_that_is_heard_late_moves_what_has_arrived_or_was_called_off(CarrierStatus heard) {
    assertThat(in(ShipmentStatus.DELIVERED).movesOn(heard)).isEmpty();
    assertThat(in(ShipmentStatus.CANCELLED).movesOn(heard)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void every_move_that_follows_is_one_that_is_allowed(ShipmentStatus status) {
    for (CarrierStatus heard : CarrierStatus.values()) {
      ShipmentStatus now = status;
      for (ShipmentAction move : in(status).movesOn(heard)) {
        now = Shipment.LIFECYCLE.after(now, move);
      }
      assertThat(now).isGreaterThanOrEqualTo(status);
    }
  }

  @Test
  void an_update_is_readable_text_and_has_a_status_and_a_time() {
    assertThat(refusalOf(() -> update(" ", CarrierStatus.PICKED_UP)).field()).contains("updateId");
    assertThat(refusalOf(() -> update("x".repeat(129), CarrierStatus.PICKED_UP)).reason())
        .isEqualTo(SharedReason.UNREADABLE_TEXT);
    assertThat(refusalOf(() -> saying("x".repeat(501), "Pune")).field()).contains("description");
    assertThat(refusalOf(() -> saying("Lost", "Pune\n")).field()).contains("place");
    assertThatNullPointerException().isThrownBy(() -> update("1", null));
  }

  @Test
  void times_are_kept_to_the_microsecond() {
    TrackingUpdate heard = saying("Lost", "Pune");
    assertThat(heard.at()).isEqualTo(Instant.parse("2026-03-01T12:00:00.123456Z"));
  }

  private static TrackingUpdate saying(String description, String place) {
    return new TrackingUpdate(
        "1",
        CarrierStatus.EXCEPTION,
        Instant.parse("2026-03-01T12:00:00.123456789Z"),
        Optional.of(description),
        Optional.of(place));
  }
}
