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
 * @param debitedMinor what they were together, in minor units
 */
public record Habit(Instant windowStart, int inWindow, long debits, long debitedMinor) {

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

  /** The mean debit in minor units, rounded down; 0 before the first. */
  long usualMinor() {
    return debits == 0 ? 0 : debitedMinor / debits;
  }

  Habit plus(long debitMinor, Instant now) {
    int recent = recentAt(now);
    // Where the sum would overflow, half as many debits of half the sum keep the mean.
    boolean full = debitedMinor > Long.MAX_VALUE - debitMinor;
    long count = full ? Math.max(debits / 2, 1) : debits;
    long sum = full ? debitedMinor / 2 : debitedMinor;
    long more = sum > Long.MAX_VALUE - debitMinor ? Long.MAX_VALUE : sum + debitMinor;
    return new Habit(recent == 0 ? now : windowStart, recent + 1, count + 1, more);
  }
}
