package dev.tradepost.domain.shared;

import java.util.Objects;
import java.util.UUID;

/** Names a return. */
public record ReturnId(UUID value) implements Comparable<ReturnId> {

  public ReturnId {
    Objects.requireNonNull(value);
  }

  @Override
  public int compareTo(ReturnId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
