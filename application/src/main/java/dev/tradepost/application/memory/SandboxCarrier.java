package dev.tradepost.application.memory;

import dev.tradepost.application.fulfilment.TrackedShipment;
import dev.tradepost.application.port.CarrierGateway;
import dev.tradepost.domain.fulfilment.CarrierStatus;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.fulfilment.TrackingUpdate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * A stand-in for carriers, of which the name decides what becomes of a parcel: what goes by {@code
 * sandbox} is picked up, on its way, and delivered; what goes by {@code sandbox-lost} is lost on
 * the way. Each step comes one pace after the one before it. It keeps no state: what it says
 * follows from when the parcel was announced, which its trail says, and from the clock. So it goes
 * on after a restart, and all nodes say the same.
 */
public final class SandboxCarrier implements CarrierGateway {
  private static final Step PICKED_UP = new Step(CarrierStatus.PICKED_UP, "Picked up");
  private static final Step IN_TRANSIT = new Step(CarrierStatus.IN_TRANSIT, "On its way");

  private static final Map<String, List<Step>> STORIES =
      Map.of(
          "sandbox",
          List.of(PICKED_UP, IN_TRANSIT, new Step(CarrierStatus.DELIVERED, "Delivered")),
          "sandbox-lost",
          List.of(PICKED_UP, IN_TRANSIT, new Step(CarrierStatus.EXCEPTION, "Lost on the way")));

  private final Clock clock;
  private final Duration pace;

  /**
   * A carrier by this clock.
   *
   * @param pace above zero
   */
  public SandboxCarrier(Clock clock, Duration pace) {
    if (pace.compareTo(Duration.ZERO) <= 0) {
      throw new IllegalArgumentException("a pace of " + pace);
    }
    this.clock = clock;
    this.pace = pace;
  }

  private record Step(CarrierStatus status, String description) {}

  @Override
  public Set<String> carriers() {
    return STORIES.keySet();
  }

  @Override
  public TrackingUpdate announce(Shipment parcel) {
    return update(parcel, 0, new Step(CarrierStatus.ANNOUNCED, "Announced"), clock.instant());
  }

  @Override
  public List<TrackingUpdate> news(TrackedShipment parcel) {
    Shipment shipment = parcel.shipment();
    List<Step> story = STORIES.getOrDefault(shipment.carrier().orElse(""), List.of());
    Optional<Instant> announced = parcel.first(CarrierStatus.ANNOUNCED).map(TrackingUpdate::at);
    if (announced.isEmpty()) {
      return List.of();
    }
    Instant start = announced.get();
    long steps = Duration.between(start, clock.instant()).dividedBy(pace);
    return IntStream.rangeClosed(1, (int) Math.max(0, Math.min(steps, story.size())))
        .mapToObj(n -> update(shipment, n, story.get(n - 1), start.plus(pace.multipliedBy(n))))
        .toList();
  }

  private static TrackingUpdate update(Shipment parcel, int number, Step step, Instant at) {
    return new TrackingUpdate(
        parcel.trackingNumber().orElseThrow() + "-" + number,
        step.status,
        at,
        Optional.of(step.description),
        Optional.empty());
  }
}
