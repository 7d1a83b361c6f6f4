package dev.tradepost.application.port;

import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Runs a unit of work again while it loses races: bounded, with a random pause that grows. */
public final class Retries {
  private static final int ATTEMPTS = 10;

  private Retries() {}

  /** The answer of the first try that loses no race; throws {@link Busy} when all do. */
  public static <R> R run(Supplier<R> attempt) {
    for (int tried = 1; ; tried++) {
      try {
        return attempt.get();
      } catch (Conflict conflict) {
        if (tried == ATTEMPTS) {
          throw new Busy("lost " + ATTEMPTS + " races in a row", conflict);
        }
        long millis = ThreadLocalRandom.current().nextLong(1, 2 + (1L << Math.min(tried, 7)));
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
      }
    }
  }
}
