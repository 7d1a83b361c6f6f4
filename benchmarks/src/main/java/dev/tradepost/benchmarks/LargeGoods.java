package dev.tradepost.benchmarks;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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

  /** So many different ones as an order has lines. */
  static String[] some(Random random) {
    List<Integer> numbers = new ArrayList<>(COUNT);
    for (int i = 0; i < COUNT; i++) {
      numbers.add(i);
    }
    Collections.shuffle(numbers, random);
    return numbers.subList(0, LINES).stream().map(LargeGoods::id).toArray(String[]::new);
  }
}
