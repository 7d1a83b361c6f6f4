package dev.tradepost.domain.shared;

import java.time.Instant;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * The number people read out: {@code ORD-<time in base 36>-<six random digits in base 36>}. Chance
 * makes it unlikely that two are alike, the database refuses it, and the command is then run again.
 */
public record OrderNumber(String value) {
  /** What every number begins with. */
  public static final String PREFIX = "ORD-";

  private static final long SIX_DIGITS_FROM = (long) Math.pow(36, 5);
  private static final long SIX_DIGITS_TO = (long) Math.pow(36, 6);

  public static OrderNumber generate(Instant now, RandomGenerator chance) {
    String time = Long.toString(now.toEpochMilli(), 36);
    String random = Long.toString(chance.nextLong(SIX_DIGITS_FROM, SIX_DIGITS_TO), 36);
    return new OrderNumber((PREFIX + time + "-" + random).toUpperCase(Locale.ROOT));
  }

  /**
   * Whether somebody who remembers this of it means it: how it begins, with or without the prefix,
   * or how it ends, whatever the case.
   */
  public boolean isFoundBy(String part) {
    String wanted = part.toUpperCase(Locale.ROOT);
    return value.startsWith(wanted) || value.startsWith(PREFIX + wanted) || value.endsWith(wanted);
  }

  @Override
  public String toString() {
    return value;
  }
}
