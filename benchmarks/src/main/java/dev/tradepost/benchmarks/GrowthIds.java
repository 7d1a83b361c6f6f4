package dev.tradepost.benchmarks;

import java.time.Instant;
import java.util.Random;
import java.util.UUID;

/**
 * The orders a database is filled with, told by their numbers: the ids that {@link GrowthFill}
 * computes in SQL, and who has them.
 */
final class GrowthIds {
  /** When the first of them was placed; each is a second later than the one before. */
  static final Instant START = Instant.parse("2025-01-01T00:00:00Z");

  /** So many orders each user has: more than a page. */
  static final int EACH = 50;

  static final int ORDER = 0;
  static final int SHIPMENT = 1;

  private GrowthIds() {}

  /** The id of an order, or of what else of this kind belongs to it. */
  static UUID id(int kind, long number) {
    long millis = START.toEpochMilli() + number * 1_000;
    return new UUID(millis << 16 | 0x7000, 0x8L << 60 | (long) kind << 56 | number);
  }

  static String user(int number) {
    return "grown-" + number;
  }

  /** Anybody, where there are so many orders. */
  static String anyUser(int orders, Random random) {
    return user(random.nextInt(orders / EACH));
  }
}
