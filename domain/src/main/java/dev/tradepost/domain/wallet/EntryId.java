package dev.tradepost.domain.wallet;

import java.util.Objects;
import java.util.UUID;

/** Names an entry of the journal. */
public record EntryId(UUID value) implements Comparable<EntryId> {

  public EntryId {
    Objects.requireNonNull(value);
  }

  @Override
  public int compareTo(EntryId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
