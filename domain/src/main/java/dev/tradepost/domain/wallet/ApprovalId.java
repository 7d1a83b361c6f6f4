package dev.tradepost.domain.wallet;

import java.util.Objects;
import java.util.UUID;

/** Names an approval that a payment waits for. */
public record ApprovalId(UUID value) implements Comparable<ApprovalId> {

  public ApprovalId {
    Objects.requireNonNull(value);
  }

  @Override
  public int compareTo(ApprovalId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
