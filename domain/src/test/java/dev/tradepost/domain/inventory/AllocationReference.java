package dev.tradepost.domain.inventory;

import static java.util.Comparator.comparingInt;

import dev.tradepost.domain.inventory.AllocationPolicy.Strategy;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.WarehouseId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The obvious allocation, for a handful of warehouses: it tries every set of them. Slow, and
 * written from the words of {@link Allocation} without its code.
 */
final class AllocationReference {
  private final Map<ProductId, Integer> needs;
  private final List<Stock> stocks;
  private final AllocationPolicy policy;
  private final Destination to;

  AllocationReference(
      Map<ProductId, Integer> needs, List<Stock> stocks, AllocationPolicy policy, Destination to) {
    this.needs = needs;
    this.stocks = stocks;
    this.policy = policy;
    this.to = to;
  }

  boolean isEnough() {
    return coversAll(warehouses());
  }

  /** Every warehouse there is stock of, in the order they should serve. */
  List<WarehouseId> warehouses() {
    List<WarehouseId> ids =
        new ArrayList<>(new TreeSet<>(stocks.stream().map(it -> it.id().warehouse()).toList()));
    ids.sort(comparingInt(this::tier).thenComparing(id -> site(id).priority()));
    return ids;
  }

  /** 0, 1 or 2 by nearness; by priority the priority itself. */
  int tier(WarehouseId id) {
    if (policy.strategy() == Strategy.PRIORITY) {
      return site(id).priority();
    }
    if (to.country().isEmpty() || !to.country().equals(site(id).country())) {
      return 2;
    }
    boolean sameRegion = to.region().isPresent() && to.region().equals(site(id).region());
    return sameRegion ? 0 : 1;
  }

  private Site site(WarehouseId id) {
    return Optional.ofNullable(policy.sites().get(id)).orElse(Site.UNKNOWN);
  }

  long available(WarehouseId warehouse, ProductId product) {
    return stocks.stream()
        .filter(it -> it.id().equals(new StockId(product, warehouse)))
        .mapToLong(Stock::available)
        .sum();
  }

  /** The lines of the fewest shipments, found by trying every set of warehouses. */
  List<Reservation.Line> fewestShipments() {
    List<WarehouseId> best =
        subsets(warehouses()).stream()
            .filter(this::coversAll)
            .min(
                Comparator.<List<WarehouseId>>comparingInt(List::size)
                    .thenComparing(this::splitProducts)
                    .thenComparing(
                        set -> needs.keySet().stream().mapToInt(it -> parts(it, set).size()).sum())
                    .thenComparing(this::places))
            .orElseThrow();
    List<Reservation.Line> lines = new ArrayList<>();
    needs.forEach(
        (product, quantity) -> lines.addAll(inTurn(product, quantity, parts(product, best))));
    return lines;
  }

  private List<Reservation.Line> inTurn(ProductId product, int quantity, List<WarehouseId> parts) {
    List<Reservation.Line> lines = new ArrayList<>();
    int missing = quantity;
    for (WarehouseId id : parts) {
      int taken = (int) Math.min(missing, available(id, product));
      lines.add(new Reservation.Line(new StockId(product, id), taken));
      missing -= taken;
    }
    return lines;
  }

  private long splitProducts(List<WarehouseId> set) {
    return needs.keySet().stream().filter(product -> parts(product, set).size() > 1).count();
  }

  /** Of the smallest sets that have enough of the product, the earliest. */
  private List<WarehouseId> parts(ProductId product, List<WarehouseId> set) {
    return subsets(set).stream()
        .filter(part -> covers(part, product))
        .min(Comparator.<List<WarehouseId>>comparingInt(List::size).thenComparing(this::places))
        .orElseThrow();
  }

  private boolean coversAll(List<WarehouseId> set) {
    return needs.keySet().stream().allMatch(product -> covers(set, product));
  }

  private boolean covers(List<WarehouseId> set, ProductId product) {
    return set.stream().mapToLong(id -> available(id, product)).sum() >= needs.get(product);
  }

  /** The places in the order as letters, so that the earlier set is the lesser text. */
  private String places(List<WarehouseId> set) {
    StringBuilder places = new StringBuilder();
    set.forEach(id -> places.append((char) ('a' + warehouses().indexOf(id))));
    return places.toString();
  }

  private static List<List<WarehouseId>> subsets(List<WarehouseId> all) {
    List<List<WarehouseId>> subsets = new ArrayList<>();
    for (int bits = 0; bits < 1 << all.size(); bits++) {
      List<WarehouseId> subset = new ArrayList<>();
      for (int i = 0; i < all.size(); i++) {
        if ((bits >> i & 1) == 1) {
          subset.add(all.get(i));
        }
      }
      subsets.add(subset);
    }
    return subsets;
  }
}
