package dev.tradepost.domain.shared;

import java.util.Objects;
import java.util.UUID;

/** Names a refund; also the key by which a provider knows it. */
public record RefundId(UUID value) implements Comparable<RefundId> {

  public RefundId {
    Objects.requireNonNull(value);
  }

  @Override
  public int compareTo(RefundId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
