package dev.tradepost.domain.trade;

import java.util.Objects;
import java.util.UUID;

/** Names a trade. */
public record TradeId(UUID value) implements Comparable<TradeId> {

  public TradeId {
    Objects.requireNonNull(value);
  }

  @Override
  public int compareTo(TradeId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
