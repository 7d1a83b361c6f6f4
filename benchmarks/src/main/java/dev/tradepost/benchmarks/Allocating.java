package dev.tradepost.benchmarks;

import dev.tradepost.domain.inventory.Allocation;
import dev.tradepost.domain.inventory.AllocationPolicy;
import dev.tradepost.domain.inventory.Destination;
import dev.tradepost.domain.inventory.Site;
import dev.tradepost.domain.inventory.Stock;
import dev.tradepost.domain.inventory.StockId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.WarehouseId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * How long the decision alone takes that says which warehouse serves what of a large order: one
 * thread, no database, no server.
 */
final class Allocating {
  private static final long SEED = 1;
  private static final int PIECES = 10;
  private static final List<String> COUNTRIES = List.of("DE", "FR", "US");

  /** How the stock lies. */
  enum Layout {
    ONE("each product in one warehouse"),
    THREE("each product in three"),
    LITTLE("a little of each product in all");

    private final String words;

    Layout(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }

    private long onHand(int product, int warehouse, Random random) {
      return switch (this) {
        case ONE -> product % LargeGoods.WAREHOUSES == warehouse ? PIECES : 0;
        case THREE ->
            Arrays.stream(LargeGoods.homes(product)).anyMatch(it -> it == warehouse) ? PIECES : 0;
        case LITTLE -> 1 + random.nextInt(3);
      };
    }
  }

  private final Random random = new Random(SEED);
  private final Map<ProductId, Integer> needs = new LinkedHashMap<>();
  private final Map<WarehouseId, Site> sites = new HashMap<>();

  private Allocating() {
    for (int i = 0; i < LargeGoods.LINES; i++) {
      needs.put(new ProductId(LargeGoods.id(i)), PIECES);
    }
    for (int i = 0; i < LargeGoods.WAREHOUSES; i++) {
      Optional<String> country = Optional.of(COUNTRIES.get(i % COUNTRIES.size()));
      sites.put(house(i), new Site(i % 4, country, Optional.empty()));
    }
  }

  /** Each way the stock can lie, under each strategy. */
  static List<Allocated> measure(double warmup, double seconds) {
    Allocating allocating = new Allocating();
    int cases = Layout.values().length * AllocationPolicy.Strategy.values().length;
    List<Allocated> all = new ArrayList<>();
    for (Layout layout : Layout.values()) {
      List<Stock> stocks = allocating.stocks(layout);
      for (AllocationPolicy.Strategy strategy : AllocationPolicy.Strategy.values()) {
        allocating.plan(stocks, strategy, warmup / cases);
        all.add(new Allocated(layout, strategy, allocating.plan(stocks, strategy, seconds)));
      }
    }
    return all;
  }

  private static WarehouseId house(int number) {
    return new WarehouseId(LargeGoods.warehouse(number));
  }

  private List<Stock> stocks(Layout layout) {
    List<Stock> stocks = new ArrayList<>();
    int product = 0;
    for (ProductId id : needs.keySet()) {
      for (int i = 0; i < LargeGoods.WAREHOUSES; i++) {
        long onHand = layout.onHand(product, i, random);
        if (onHand > 0) {
          stocks.add(new Stock(new StockId(id, house(i)), onHand, 0, 1));
        }
      }
      product++;
    }
    return stocks;
  }

  /** Plans again and again for so long; how long each took, sorted. */
  private long[] plan(List<Stock> stocks, AllocationPolicy.Strategy strategy, double seconds) {
    AllocationPolicy policy = new AllocationPolicy(strategy, sites);
    Destination to = new Destination(Optional.of("FR"), Optional.empty());
    long[] nanos = new long[1 << 10];
    int count = 0;
    long begin = System.nanoTime();
    long last = begin;
    while (count == 0 || last - begin < seconds * 1e9) {
      if (Allocation.plan(needs, stocks, policy, to).lines().size() < LargeGoods.LINES) {
        throw new IllegalStateException("a product was not allocated");
      }
      long now = System.nanoTime();
      if (count == nanos.length) {
        nanos = Arrays.copyOf(nanos, count * 2);
      }
      nanos[count] = now - last;
      count++;
      last = now;
    }
    long[] sorted = Arrays.copyOf(nanos, count);
    Arrays.sort(sorted);
    return sorted;
  }
}
