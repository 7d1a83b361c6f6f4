package dev.tradepost.application.port;

import java.time.Duration;

/** Watches use cases, for metrics. */
@FunctionalInterface
public interface UseCaseObserver {

  /** Watches nothing. */
  UseCaseObserver NONE = (useCase, outcome, took) -> {};

  /**
   * A use case has ended.
   *
   * @param outcome {@code done}, the code of the refusal, or {@code error}
   */
  void ran(String useCase, String outcome, Duration took);
}
