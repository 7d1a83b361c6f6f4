package dev.tradepost.domain.wallet;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * How a balance is usually spent, in four numbers, so that rules against fraud need no look at the
 * history. It judges nothing by itself.
 *
 * @param windowStart when the minute that is counted began
 * @param inWindow debits in it
 * @param debits debits ever
 * @param usualMinor the mean debit in minor units, rounded down
 */
public record Habit(Instant windowStart, int inWindow, long debits, long usualMinor) {

  /** How long debits are counted together. */
  public static final Duration WINDOW = Duration.ofMinutes(1);

  static final Habit NONE = new Habit(Instant.EPOCH, 0, 0, 0);

  public Habit {
    Objects.requireNonNull(windowStart);
  }

  /** Debits in the window that this moment belongs to. */
  int recentAt(Instant now) {
    return now.isBefore(windowStart.plus(WINDOW)) ? inWindow : 0;
  }

  Habit plus(long debitMinor, Instant now) {
    int recent = recentAt(now);
    long count = debits + 1;
    long mean = usualMinor + (debitMinor - usualMinor) / count;
    return new Habit(recent == 0 ? now : windowStart, recent + 1, count, mean);
  }
}
