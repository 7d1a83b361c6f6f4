package dev.tradepost.domain.shared;

import java.util.Objects;
import java.util.UUID;

/** Names a wallet. */
public record WalletId(UUID value) implements Comparable<WalletId> {

  public WalletId {
    Objects.requireNonNull(value);
  }

  @Override
  public int compareTo(WalletId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
