package dev.tradepost.domain.inventory;

import dev.tradepost.domain.shared.WarehouseId;
import java.util.Comparator;
import java.util.Map;
import java.util.Objects;

/**
 * How the shop wants its warehouses to share the work of an order.
 *
 * @param sites what is known of the warehouses; one that is missing is {@link Site#UNKNOWN}
 */
public record AllocationPolicy(Strategy strategy, Map<WarehouseId, Site> sites) {

  /** What matters first; {@link Allocation} says what decides between equals. */
  public enum Strategy {
    /** As few warehouses as possible. */
    FEWEST_SHIPMENTS("fewest shipments"),
    /** The shop's own order of warehouses. */
    PRIORITY("priority"),
    /** The region of the destination, then its country, then everywhere else. */
    NEAREST("nearest");

    private final String words;

    Strategy(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  public AllocationPolicy {
    Objects.requireNonNull(strategy);
    sites = Map.copyOf(sites);
  }

  /** Fewest shipments, and nothing known of any warehouse but its id. */
  public static AllocationPolicy standard() {
    return new AllocationPolicy(Strategy.FEWEST_SHIPMENTS, Map.of());
  }

  /** A total order: by tier, then priority, then id. */
  Comparator<WarehouseId> order(Destination to) {
    return Comparator.<WarehouseId>comparingInt(warehouse -> tier(warehouse, to))
        .thenComparingInt(warehouse -> site(warehouse).priority())
        .thenComparing(Comparator.naturalOrder());
  }

  /** Warehouses of one tier are equals, lower tiers come before higher. */
  int tier(WarehouseId warehouse, Destination to) {
    return switch (strategy) {
      case FEWEST_SHIPMENTS, NEAREST -> nearness(warehouse, to).ordinal();
      case PRIORITY -> site(warehouse).priority();
    };
  }

  Nearness nearness(WarehouseId warehouse, Destination to) {
    return to.to(site(warehouse));
  }

  private Site site(WarehouseId warehouse) {
    return sites.getOrDefault(warehouse, Site.UNKNOWN);
  }
}
