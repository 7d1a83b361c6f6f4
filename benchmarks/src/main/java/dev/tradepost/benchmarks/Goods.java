package dev.tradepost.benchmarks;

import java.util.Random;

/** The products both sides trade in. */
final class Goods {
  static final int COUNT = 1_000;
  static final String WAREHOUSE = "main";
  static final long ON_HAND = 1_000_000_000L;

  private Goods() {}

  static String id(int number) {
    return "bench-%04d".formatted(number);
  }

  static String name(int number) {
    return "Product " + number;
  }

  /** The price in minor units. */
  static long priceMinor(int number) {
    return 100L * (1 + number % 500);
  }

  static String any(Random random) {
    return id(random.nextInt(COUNT));
  }

  /** Two different ones. */
  static String[] two(Random random) {
    int first = random.nextInt(COUNT);
    int second = (first + 1 + random.nextInt(COUNT - 1)) % COUNT;
    return new String[] {id(first), id(second)};
  }
}
