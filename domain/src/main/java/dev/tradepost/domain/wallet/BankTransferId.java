package dev.tradepost.domain.wallet;

import java.util.Objects;
import java.util.UUID;

/** Names a deposit or withdrawal. */
public record BankTransferId(UUID value) implements Comparable<BankTransferId> {

  public BankTransferId {
    Objects.requireNonNull(value);
  }

  @Override
  public int compareTo(BankTransferId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
