package dev.tradepost.domain.inventory;

import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Quantities;
import dev.tradepost.domain.shared.WarehouseId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What is asked for, and which warehouse has how much of it: enough in all, or it would have been
 * refused. Products stand in the order they were asked for, warehouses in the order they should
 * serve; one that has nothing of it all is left out. It decides nothing.
 */
final class Supply {
  private final List<ProductId> products;
  private final int[] needed;
  private final List<WarehouseId> warehouses;
  private final int[][] held;

  private Supply(List<ProductId> products, int[] needed, List<WarehouseId> ids, int[][] held) {
    this.products = products;
    this.needed = needed;
    this.warehouses = ids;
    this.held = held;
  }

  /** Refuses the first need that is below one or that falls short. */
  static Supply of(
      Map<ProductId, Integer> needs, Collection<Stock> stocks, Comparator<WarehouseId> order) {
    List<ProductId> products = List.copyOf(needs.keySet());
    List<WarehouseId> warehouses =
        stocks.stream()
            .filter(stock -> stock.available() > 0 && needs.containsKey(stock.id().product()))
            .map(stock -> stock.id().warehouse())
            .distinct()
            .sorted(order)
            .toList();
    int[] needed = products.stream().mapToInt(needs::get).toArray();
    int[][] held = new int[warehouses.size()][needed.length];
    Supply supply = new Supply(products, needed, warehouses, held);
    supply.fill(stocks);
    supply.requireEnough();
    return supply;
  }

  private void fill(Collection<Stock> stocks) {
    Map<ProductId, Integer> columns = places(products);
    Map<WarehouseId, Integer> rows = places(warehouses);
    for (Stock stock : stocks) {
      Integer column = columns.get(stock.id().product());
      if (stock.available() > 0 && column != null) {
        int[] row = held[rows.get(stock.id().warehouse())];
        if (row[column] != 0) {
          throw new IllegalStateException("stock " + stock.id() + " was given twice");
        }
        row[column] = (int) Math.min(needed[column], stock.available());
      }
    }
  }

  private static <T> Map<T, Integer> places(List<T> list) {
    Map<T, Integer> places = new HashMap<>();
    list.forEach(it -> places.put(it, places.size()));
    return places;
  }

  private void requireEnough() {
    for (int product = 0; product < needed.length; product++) {
      Quantities.requirePositive(needed[product]);
      long found = 0;
      for (int[] shelf : held) {
        found += shelf[product];
      }
      if (found < needed[product]) {
        throw Quantities.insufficient(products.get(product), needed[product], found);
      }
    }
  }

  int products() {
    return needed.length;
  }

  int warehouses() {
    return held.length;
  }

  WarehouseId warehouse(int warehouse) {
    return warehouses.get(warehouse);
  }

  int needed(int product) {
    return needed[product];
  }

  /** How many pieces are there to be promised, never more than are needed. */
  int held(int warehouse, int product) {
    return held[warehouse][product];
  }

  /** What is missing once these warehouses gave all they have; below zero for too much. */
  long[] missingAfter(boolean[] givers) {
    long[] missing = Arrays.stream(needed).asLongStream().toArray();
    for (int warehouse = 0; warehouse < held.length; warehouse++) {
      for (int product = 0; givers[warehouse] && product < missing.length; product++) {
        missing[product] -= held[warehouse][product];
      }
    }
    return missing;
  }

  /** Marks the warehouses without which something falls short. */
  boolean[] indispensable() {
    boolean[] marks = new boolean[held.length];
    Arrays.fill(marks, true);
    long[] missing = missingAfter(marks);
    for (int warehouse = 0; warehouse < held.length; warehouse++) {
      int[] shelf = held[warehouse];
      marks[warehouse] =
          IntStream.range(0, shelf.length).anyMatch(it -> missing[it] + shelf[it] > 0);
    }
    return marks;
  }

  /** The lines of what is taken, by warehouse and product; in the order of the products. */
  List<Reservation.Line> lines(int[][] taken) {
    List<Reservation.Line> lines = new ArrayList<>();
    for (int product = 0; product < products.size(); product++) {
      for (int warehouse = 0; warehouse < taken.length; warehouse++) {
        if (taken[warehouse][product] > 0) {
          StockId id = new StockId(products.get(product), warehouses.get(warehouse));
          lines.add(new Reservation.Line(id, taken[warehouse][product]));
        }
      }
    }
    return List.copyOf(lines);
  }
}
