package dev.tradepost.domain.inventory;

import dev.tradepost.domain.inventory.AllocationPolicy.Strategy;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.WarehouseId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Needs, shelves and policies in few words: {@code stock("east laptop 3")}. */
final class AllocationFixture {

  private AllocationFixture() {}

  /** Needs in this order, each "product quantity". */
  static Map<ProductId, Integer> needs(String... needs) {
    Map<ProductId, Integer> result = new LinkedHashMap<>();
    for (String need : needs) {
      String[] words = need.split(" ");
      result.put(new ProductId(words[0]), Integer.valueOf(words[1]));
    }
    return result;
  }

  /** Stocks, each "warehouse product available", some of it reserved on top. */
  static List<Stock> stocks(String... stocks) {
    return Arrays.stream(stocks)
        .map(text -> text.split(" "))
        .map(words -> stock(words[0], words[1], Long.parseLong(words[2])))
        .toList();
  }

  static Stock stock(String warehouse, String product, long available) {
    StockId id = new StockId(new ProductId(product), new WarehouseId(warehouse));
    return new Stock(id, available + 2, 2, 1);
  }

  /** A policy of sites, each "warehouse priority [country [region]]". */
  static AllocationPolicy policy(Strategy strategy, String... sites) {
    Map<WarehouseId, Site> result = new LinkedHashMap<>();
    for (String site : sites) {
      String[] words = site.split(" ", 4);
      result.put(
          new WarehouseId(words[0]),
          new Site(Integer.parseInt(words[1]), at(words, 2), at(words, 3)));
    }
    return new AllocationPolicy(strategy, result);
  }

  /** A destination, "country region", "country" or nothing. */
  static Destination to(String place) {
    String[] words = place.split(" ", 2);
    return new Destination(at(words, 0), at(words, 1));
  }

  private static Optional<String> at(String[] words, int index) {
    return Optional.of(words)
        .filter(it -> it.length > index)
        .map(it -> it[index])
        .filter(it -> !it.isEmpty());
  }

  /** The lines of a plan as "warehouse product quantity". */
  static List<String> lines(Allocation.Plan plan) {
    return plan.lines().stream().map(AllocationFixture::line).toList();
  }

  static String line(Reservation.Line line) {
    return line.stock().warehouse() + " " + line.stock().product() + " " + line.quantity();
  }
}
