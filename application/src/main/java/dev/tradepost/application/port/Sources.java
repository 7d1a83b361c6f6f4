package dev.tradepost.application.port;

import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/**
 * Where the units of work of an adapter take time, ids and chance from.
 *
 * @param ids time-ordered in production (UUIDv7)
 * @param chance safe for use by several threads
 */
public record Sources(Clock clock, Supplier<UUID> ids, RandomGenerator chance) {

  public Sources {
    Objects.requireNonNull(clock);
    Objects.requireNonNull(ids);
    Objects.requireNonNull(chance);
  }
}
