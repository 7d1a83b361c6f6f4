package dev.tradepost.benchmarks;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** What both sides deal in: orders to buy euros for dollars, and those of one side not filled. */
final class FxDeal {
  static final String PAIR = "EUR/USD";
  static final String BASE = "EUR";
  static final String QUOTE = "USD";
  static final BigDecimal PRICE = new BigDecimal("1.105");
  static final BigDecimal TICK = new BigDecimal("0.00001");
  static final long LOT_MINOR = 1L;
  static final long AMOUNT_MINOR = 10_000L;

  /** What an order costs, so what it holds in the wallet that it settles in. */
  static final long COST_MINOR = 11_050L;

  /** So many trades of the same size fill an order. */
  static final int TRADES = 4;

  static final int TRADERS = 1_000;

  /** What a trader has of either currency; it never runs out. */
  static final long FIRST_MINOR = 10_000_000_000L;

  private final List<UUID> unfilled = new ArrayList<>();
  private final int traders;

  FxDeal(int traders) {
    this.traders = traders;
  }

  static String trader(int number) {
    return "trader-%04d".formatted(number);
  }

  String anyTrader(Random random) {
    return trader(random.nextInt(traders));
  }

  /** An amount as requests say it. */
  static String major(long minor) {
    return BigDecimal.valueOf(minor, 2).toPlainString();
  }

  synchronized void add(UUID order) {
    for (int i = 0; i < TRADES; i++) {
      unfilled.add(order);
    }
  }

  /**
   * Any order with room for one more trade, which is taken; null where none is left. Not the last
   * ones: clients would wait for each other at the same order.
   */
  synchronized UUID take(Random random) {
    if (unfilled.isEmpty()) {
      return null;
    }
    UUID last = unfilled.remove(unfilled.size() - 1);
    return unfilled.isEmpty() ? last : unfilled.set(random.nextInt(unfilled.size()), last);
  }
}
