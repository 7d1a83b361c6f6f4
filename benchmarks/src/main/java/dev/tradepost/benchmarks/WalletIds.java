package dev.tradepost.benchmarks;

import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** The wallets of one side: many, and two more that are hot. */
final class WalletIds {
  static final int COUNT = 1_000;

  /** So many of them have more than a page of history from the beginning, and are read. */
  static final int READ = 100;

  /** What each of its first lines puts into a wallet; it never runs out. */
  static final long FIRST_MINOR = 100_000_000L;

  /** What a transfer or an addition moves. */
  static final long MOVED_MINOR = 100L;

  static final int PAGE = 20;

  private static final int HOT = 2;

  private final UUID[] ids = new UUID[COUNT + HOT];

  /** The numbers of all, the hot ones too. */
  static IntStream numbers() {
    return IntStream.range(0, COUNT + HOT);
  }

  static String owner(int number) {
    return "owner-%04d".formatted(number);
  }

  /** How many lines it has before the load. */
  static int firstLines(int number) {
    return number < READ ? PAGE + 1 : 1;
  }

  /** Each number once, before any is asked for. */
  void put(int number, UUID id) {
    ids[number] = id;
  }

  UUID any(Random random) {
    return ids[random.nextInt(COUNT)];
  }

  /** One of which a page of history is full. */
  UUID read(Random random) {
    return ids[random.nextInt(READ)];
  }

  /** Two different ones. */
  UUID[] two(Random random) {
    int first = random.nextInt(COUNT);
    int second = (first + 1 + random.nextInt(COUNT - 1)) % COUNT;
    return new UUID[] {ids[first], ids[second]};
  }

  /** The two hot ones, in either direction. */
  UUID[] hot(Random random) {
    int first = random.nextInt(HOT);
    return new UUID[] {ids[COUNT + first], ids[COUNT + 1 - first]};
  }
}
