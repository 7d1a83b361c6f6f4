package dev.tradepost.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/** The products both sides trade in. */
final class Goods {
  static final int COUNT = 1_000;
  static final String WAREHOUSE = "main";
  static final long ON_HAND = 1_000_000_000L;

  /** What everybody wants in a flash sale; no other order has it. */
  static final int FLASH = COUNT;

  private Goods() {}

  /** The numbers of all, that of the flash sale too. */
  static IntStream numbers() {
    return IntStream.rangeClosed(0, FLASH);
  }

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

  /** An order of two different ones: one piece, and two pieces. */
  static Map<String, Integer> two(Random random) {
    int first = random.nextInt(COUNT);
    int second = (first + 1 + random.nextInt(COUNT - 1)) % COUNT;
    Map<String, Integer> basket = new LinkedHashMap<>();
    basket.put(id(first), 1);
    basket.put(id(second), 2);
    return basket;
  }

  /** An order in a flash sale. */
  static Map<String, Integer> flash() {
    return Map.of(id(FLASH), 1);
  }
}
