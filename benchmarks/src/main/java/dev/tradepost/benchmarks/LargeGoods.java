package dev.tradepost.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** The products of large orders, each in three of many warehouses. */
final class LargeGoods {
  static final int LINES = 200;
  static final int WAREHOUSES = 20;
  static final int COUNT = 400;

  private static final int[] APART = {0, 7, 13};

  private LargeGoods() {}

  static String id(int number) {
    return "large-%04d".formatted(number);
  }

  static String warehouse(int number) {
    return "house-%02d".formatted(number);
  }

  /** The numbers of the warehouses that have a product. */
  static int[] homes(int number) {
    int[] homes = new int[APART.length];
    for (int i = 0; i < homes.length; i++) {
      homes[i] = (number + APART[i]) % WAREHOUSES;
    }
    return homes;
  }

  /** An order of so many different ones as it has lines, one piece each. */
  static Map<String, Integer> some(Random random) {
    List<Integer> numbers = new ArrayList<>(COUNT);
    for (int i = 0; i < COUNT; i++) {
      numbers.add(i);
    }
    Collections.shuffle(numbers, random);
    Map<String, Integer> basket = new LinkedHashMap<>();
    numbers.subList(0, LINES).forEach(number -> basket.put(id(number), 1));
    return basket;
  }
}
