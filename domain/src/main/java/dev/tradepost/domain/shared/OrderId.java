package dev.tradepost.domain.shared;

import java.util.Objects;
import java.util.UUID;

/** Names an order, of goods or of currencies. */
public record OrderId(UUID value) implements Comparable<OrderId> {

  public OrderId {
    Objects.requireNonNull(value);
  }

  @Override
  public int compareTo(OrderId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
