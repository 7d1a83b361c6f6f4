package dev.tradepost.domain.shared;

import java.time.Instant;
import java.util.Objects;

/** When something is done and by whom; every verb that leaves a trace takes one. */
public record Stamp(Instant at, UserId by) {

  public Stamp {
    Objects.requireNonNull(at);
    Objects.requireNonNull(by);
  }
}
