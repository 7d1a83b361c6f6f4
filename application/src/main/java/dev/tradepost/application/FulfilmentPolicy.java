package dev.tradepost.application;

import dev.tradepost.domain.fulfilment.Carriers;
import dev.tradepost.domain.inventory.AllocationPolicy;
import dev.tradepost.domain.order.OrderAction;
import dev.tradepost.domain.order.OrderLifecycle;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * How the shop reserves and sends.
 *
 * @param allocation which warehouse serves what
 * @param reservationLasts how long stock waits for a payment, under lifecycles that can expire
 * @param lastsByLifecycle the same for single lifecycles, by their names
 */
public record FulfilmentPolicy(
    AllocationPolicy allocation,
    Carriers carriers,
    Duration reservationLasts,
    Map<String, Duration> lastsByLifecycle) {

  public FulfilmentPolicy {
    lastsByLifecycle = Map.copyOf(lastsByLifecycle);
  }

  /** The fewest shipments, one carrier, and 15 minutes. */
  public static FulfilmentPolicy standard() {
    return new FulfilmentPolicy(
        AllocationPolicy.standard(), Carriers.standard(), Duration.ofMinutes(15), Map.of());
  }

  /**
   * Until when a promise made or extended now lasts; empty where the lifecycle has no end to it.
   */
  public Optional<Instant> reservedUntil(OrderLifecycle lifecycle, Instant now) {
    boolean expires =
        lifecycle.table().states().stream()
            .anyMatch(state -> lifecycle.table().allowedIn(state).contains(OrderAction.EXPIRE));
    return expires
        ? Optional.of(now.plus(lastsByLifecycle.getOrDefault(lifecycle.name(), reservationLasts)))
        : Optional.empty();
  }
}
