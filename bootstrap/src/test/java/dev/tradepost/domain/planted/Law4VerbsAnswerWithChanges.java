package dev.tradepost.domain.planted;

import dev.tradepost.domain.shared.Aggregate;
import dev.tradepost.domain.shared.UserId;
import java.util.Optional;

/** Breaks a law on purpose, to prove that the law can fail. */
final class Law4VerbsAnswerWithChanges implements Aggregate {
  @Override
  public String aggregateId() {
    return "planted";
  }

  @Override
  public long version() {
    return 0;
  }

  @Override
  public Optional<UserId> owner() {
    return Optional.empty();
  }

  public Law4VerbsAnswerWithChanges renamed() {
    return this;
  }
}
