package dev.tradepost.domain.shared;

import java.util.Objects;
import java.util.UUID;

/** Names money that a wallet holds back. */
public record HoldId(UUID value) implements Comparable<HoldId> {

  public HoldId {
    Objects.requireNonNull(value);
  }

  @Override
  public int compareTo(HoldId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
