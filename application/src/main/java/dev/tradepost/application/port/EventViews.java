package dev.tradepost.application.port;

import dev.tradepost.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Reads the log of events. Numbers are given in the order of commits and without gaps: who has seen
 * one never finds a smaller one later.
 */
public interface EventViews {

  /** The last number that was given; 0 before the first. */
  long last();

  /** Events after this number, in order, at most so many. */
  List<Logged> after(long seq, Filter filter, int limit);

  /**
   * Which events.
   *
   * @param owner whose; empty for everybody's
   * @param types by their public names; empty for all
   */
  record Filter(Optional<UserId> owner, Set<String> types) {

    public static final Filter ALL = new Filter(Optional.empty(), Set.of());

    public Filter {
      types = Set.copyOf(types);
    }
  }

  /**
   * One event in the log.
   *
   * @param data its components as JSON
   */
  record Logged(
      long seq,
      UUID id,
      String type,
      Instant occurredAt,
      String aggregateId,
      long aggregateVersion,
      Optional<UserId> owner,
      String data) {}
}
