package dev.tradepost.domain.order;

import java.time.Instant;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * The number people read out: {@code ORD-<time in base 36>-<six random digits in base 36>}. Chance
 * makes it unlikely that two are alike, the database refuses it, and the command is then run again.
 */
public record OrderNumber(String value) {
  private static final int RANDOM_RANGE = 36 * 36 * 36 * 36 * 36 * 36 - 1;
  private static final int SMALLEST_OF_SIX_DIGITS = 36 * 36 * 36 * 36 * 36;

  public static OrderNumber generate(Instant now, RandomGenerator chance) {
    String time = Long.toString(now.toEpochMilli(), 36);
    String random = Integer.toString(chance.nextInt(SMALLEST_OF_SIX_DIGITS, RANDOM_RANGE), 36);
    return new OrderNumber(("ORD-" + time + "-" + random).toUpperCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return value;
  }
}
