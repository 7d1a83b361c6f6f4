package dev.tradepost.domain.inventory;

import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Quantities;
import dev.tradepost.domain.shared.WarehouseId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Decides which warehouse serves what: one warehouse for everything where one can, else each
 * product from the warehouses in the order of their ids, splitting a line where it must. A pure
 * function of its arguments.
 */
public final class Allocation {

  private Allocation() {}

  /**
   * The plan, in the order of the needs; refuses when some product falls short.
   *
   * @param needs pieces per product, each above zero
   * @param stocks what there is of those products, in any order
   */
  public static List<Reservation.Line> plan(
      Map<ProductId, Integer> needs, Collection<Stock> stocks) {
    Map<WarehouseId, Map<ProductId, Stock>> byWarehouse = new TreeMap<>();
    stocks.forEach(
        stock ->
            byWarehouse
                .computeIfAbsent(stock.id().warehouse(), id -> new TreeMap<>())
                .put(stock.id().product(), stock));
    Collection<Map<ProductId, Stock>> shelves =
        byWarehouse.values().stream()
            .filter(shelf -> holdsAll(shelf, needs))
            .findFirst()
            .<Collection<Map<ProductId, Stock>>>map(List::of)
            .orElse(byWarehouse.values());
    List<Reservation.Line> plan = new ArrayList<>();
    needs.forEach((product, quantity) -> plan.addAll(take(product, quantity, shelves)));
    return List.copyOf(plan);
  }

  private static boolean holdsAll(Map<ProductId, Stock> shelf, Map<ProductId, Integer> needs) {
    return needs.entrySet().stream()
        .allMatch(need -> available(shelf, need.getKey()) >= need.getValue());
  }

  private static long available(Map<ProductId, Stock> shelf, ProductId product) {
    Stock stock = shelf.get(product);
    return stock == null ? 0 : stock.available();
  }

  private static List<Reservation.Line> take(
      ProductId product, int quantity, Collection<Map<ProductId, Stock>> shelves) {
    List<Reservation.Line> lines = new ArrayList<>();
    int missing = Quantities.requirePositive(quantity);
    for (Map<ProductId, Stock> shelf : shelves) {
      int taken = (int) Math.min(missing, available(shelf, product));
      if (taken > 0) {
        lines.add(new Reservation.Line(shelf.get(product).id(), taken));
        missing -= taken;
      }
    }
    if (missing > 0) {
      throw Quantities.insufficient(product, quantity, (long) quantity - missing);
    }
    return lines;
  }
}
