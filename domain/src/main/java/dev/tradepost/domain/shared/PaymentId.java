package dev.tradepost.domain.shared;

import java.util.Objects;
import java.util.UUID;

/** Names a payment; also the key by which a provider knows it. */
public record PaymentId(UUID value) implements Comparable<PaymentId> {

  public PaymentId {
    Objects.requireNonNull(value);
  }

  @Override
  public int compareTo(PaymentId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
