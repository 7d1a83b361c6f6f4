package dev.tradepost.domain.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What came of sending one delivery once.
 *
 * @param status the receiver's HTTP status; empty where it gave none
 * @param failure what went wrong, in a few words; empty where it was taken
 * @param retryAfter how long the receiver asked to be left alone
 * @param took from the first byte sent to the answer
 */
public record Attempt(
    Instant at,
    OptionalInt status,
    Optional<String> failure,
    Optional<Duration> retryAfter,
    Duration took) {
  private static final int GONE = 410;

  /** The receiver answered. */
  public static Attempt answered(
      Instant at, int status, Optional<Duration> retryAfter, Duration took) {
    boolean accepted = status >= 200 && status < 300;
    return new Attempt(
        at,
        OptionalInt.of(status),
        accepted ? Optional.empty() : Optional.of("answered " + status),
        retryAfter,
        took);
  }

  /** No answer came. */
  public static Attempt failed(Instant at, String failure, Duration took) {
    return new Attempt(at, OptionalInt.empty(), Optional.of(failure), Optional.empty(), took);
  }

  /** Whether the receiver took it: any status of the 2xx, and no other. */
  public boolean accepted() {
    return failure.isEmpty();
  }

  /** Whether the receiver says that it will never take anything again. */
  public boolean gone() {
    return status.orElse(0) == GONE;
  }
}
