package dev.tradepost.domain.fulfilment;

import java.time.Instant;
import java.util.Optional;

/** What carriers say. */
public final class TrackingFixture {
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

  private TrackingFixture() {}

  /** That a parcel is there, since noon. */
  public static TrackingUpdate update(String id, CarrierStatus status) {
    return new TrackingUpdate(id, status, NOON, Optional.of("As it is"), Optional.of("Pune"));
  }
}
