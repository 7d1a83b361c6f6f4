package dev.tradepost.domain.shared;

import java.util.Objects;
import java.util.UUID;

/** Names a shipment. */
public record ShipmentId(UUID value) implements Comparable<ShipmentId> {

  public ShipmentId {
    Objects.requireNonNull(value);
  }

  @Override
  public int compareTo(ShipmentId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
