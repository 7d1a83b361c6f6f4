package dev.tradepost.domain.fulfilment;

import dev.tradepost.domain.shared.Text;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;

/**
 * One thing a carrier says about a parcel. Refuses texts that are blank or too long.
 *
 * @param updateId the carrier's own id of it, at most 128 characters; it counts once a shipment
 * @param at when it happened, by the carrier's clock, in microseconds
 * @param description in the carrier's words, at most 500 characters
 * @param place where it happened, at most 200 characters
 */
public record TrackingUpdate(
    String updateId,
    CarrierStatus status,
    Instant at,
    Optional<String> description,
    Optional<String> place) {

  public TrackingUpdate {
    Text.require("updateId", updateId, 128);
    Objects.requireNonNull(status);
    at = at.truncatedTo(ChronoUnit.MICROS);
    description.ifPresent(text -> Text.require("description", text, 500));
    place.ifPresent(text -> Text.require("place", text, 200));
  }
}
