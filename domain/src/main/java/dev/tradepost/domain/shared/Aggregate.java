package dev.tradepost.domain.shared;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * A thing that changes as a whole. Instances are immutable: each verb answers a {@link Change}, and
 * the version grows by one with every event.
 */
public interface Aggregate {

  /** The id as it appears in events. */
  String aggregateId();

  /** How many events this aggregate has seen. */
  long version();

  /** The user this belongs to and who may hear of it; nobody for what belongs to the shop. */
  Optional<UserId> owner();

  /** Refuses when the caller decided on another version than this one. */
  default void requireVersion(OptionalLong expected) {
    if (expected.isPresent() && expected.getAsLong() != version()) {
      throw new Rejection(
          SharedReason.STALE_VERSION,
          "version " + expected.getAsLong() + " was expected, but it is now " + version());
    }
  }
}
