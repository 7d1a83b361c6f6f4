package dev.tradepost.domain.webhook;

import java.util.Objects;
import java.util.UUID;

/** Names a delivery. */
public record DeliveryId(UUID value) {

  public DeliveryId {
    Objects.requireNonNull(value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
