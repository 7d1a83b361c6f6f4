package dev.tradepost.application.process;

import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.UnitOfWork;
import java.time.Duration;

/**
 * Forgets answers kept for idempotency keys after a day; until then the same key never acts again.
 */
public record ForgetAnswers() implements UseCase<Integer> {

  /** How long a key is remembered. */
  public static final Duration KEPT = Duration.ofHours(24);

  @Override
  public Integer run(UnitOfWork work) {
    return work.answers().forgetBefore(work.now().minus(KEPT));
  }
}
