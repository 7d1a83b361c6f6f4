package dev.tradepost.application.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tradepost.application.contract.TestClock;
import dev.tradepost.application.fulfilment.TrackedShipment;
import dev.tradepost.domain.fulfilment.CarrierStatus;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.fulfilment.TrackingUpdate;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.ShipmentId;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WarehouseId;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What the sandbox carrier says, and when. */
class SandboxCarrierTest {
  private static final Duration PACE = Duration.ofSeconds(10);

  private final TestClock clock = new TestClock();
  private final SandboxCarrier carrier = new SandboxCarrier(clock, PACE);

  private static Shipment parcel(String by) {
    return Shipment.plan(
            new ShipmentId(new UUID(0, 1)),
            new OrderId(new UUID(0, 2)),
            new UserId("alice"),
            new WarehouseId("east"),
            List.of(new Shipment.Item(new ProductId("p1"), 2)),
            Optional.of(by),
            Optional.of("TRACK-1"))
        .state();
  }

  private TrackedShipment announced(String by) {
    Shipment parcel = parcel(by);
    return new TrackedShipment(parcel, List.of(carrier.announce(parcel)));
  }

  private List<CarrierStatus> said(TrackedShipment parcel) {
    return carrier.news(parcel).stream().map(TrackingUpdate::status).toList();
  }

  @Test
  void it_says_one_thing_more_with_every_pace_until_the_parcel_is_there() {
    TrackedShipment parcel = announced("sandbox");
    assertThat(said(parcel)).isEmpty();
    clock.advance(PACE);
    assertThat(said(parcel)).containsExactly(CarrierStatus.PICKED_UP);
    clock.advance(PACE.multipliedBy(2));
    assertThat(said(parcel))
        .containsExactly(
            CarrierStatus.PICKED_UP, CarrierStatus.IN_TRANSIT, CarrierStatus.DELIVERED);
    List<TrackingUpdate> all = carrier.news(parcel);
    clock.advance(Duration.ofDays(30_000));
    assertThat(new SandboxCarrier(clock, PACE).news(parcel)).isEqualTo(all);
    assertThat(all)
        .extracting(TrackingUpdate::updateId)
        .containsExactly("TRACK-1-1", "TRACK-1-2", "TRACK-1-3");
  }

  @Test
  void the_name_of_the_carrier_decides_the_end() {
    TrackedShipment lost = announced("sandbox-lost");
    TrackedShipment foreign = announced("DHL");
    clock.advance(Duration.ofDays(1));
    assertThat(said(lost)).endsWith(CarrierStatus.EXCEPTION).hasSize(3);
    assertThat(said(foreign)).isEmpty();
    assertThat(carrier.carriers()).containsExactlyInAnyOrder("sandbox", "sandbox-lost");
  }

  @Test
  void it_knows_nothing_of_a_parcel_that_was_not_announced_or_is_announced_for_later() {
    TrackedShipment later = announced("sandbox");
    clock.advance(Duration.ofHours(-1));
    assertThat(said(later)).isEmpty();
    clock.advance(Duration.ofDays(1));
    assertThat(said(new TrackedShipment(parcel("sandbox"), List.of()))).isEmpty();
  }

  @Test
  void the_longest_pace_is_no_trouble_and_none_is_refused() {
    TrackedShipment parcel = announced("sandbox");
    assertThat(new SandboxCarrier(clock, Duration.ofSeconds(Long.MAX_VALUE)).news(parcel))
        .isEmpty();
    assertThatIllegalArgumentException().isThrownBy(() -> new SandboxCarrier(clock, Duration.ZERO));
  }
}
