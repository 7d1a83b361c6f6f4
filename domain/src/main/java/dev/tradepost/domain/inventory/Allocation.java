package dev.tradepost.domain.inventory;

import static java.util.stream.Collectors.groupingBy;

import dev.tradepost.domain.inventory.AllocationPolicy.Strategy;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.WarehouseId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Decides which warehouse serves what, splitting a line where it must, and says why. A pure
 * function of its arguments: nothing is reserved by it, and the order in which stocks and needs are
 * given decides nothing but the order of the lines.
 *
 * <p>Warehouses stand in an order: by nearness to the destination (same region of the same country,
 * same country, elsewhere; under {@link Strategy#PRIORITY} it does not count), then by priority,
 * then by id.
 *
 * <p>{@link Strategy#FEWEST_SHIPMENTS}: the fewest warehouses; among those sets the fewest products
 * that come from more than one warehouse; then the fewest lines; then the set that is earliest in
 * the order. Within the set a product comes from one warehouse where one has it all, else from as
 * few as can be, the earlier ones first. This is exact while at most 100 products and 12 warehouses
 * are in question (indispensable and useless ones are not), and past that while few of them
 * suffice; else warehouses are chosen greedily in bounded time, and where their number may not be
 * the least, the explanation says "fewest shipments found".
 *
 * <p>{@link Strategy#PRIORITY} and {@link Strategy#NEAREST}: in order, each warehouse serves as
 * much as it can. Only between equals, which are those of the same priority or of the same
 * nearness, one that can serve all that is left alone is preferred to splitting it. So nobody
 * farther away serves what somebody nearer still has.
 */
public final class Allocation {

  private Allocation() {}

  /**
   * Who serves what, and why.
   *
   * @param lines in the order of the needs; the lines of one product in the order of the warehouses
   * @param explanation one sentence for people, at most 500 characters; not to be parsed
   */
  public record Plan(List<Reservation.Line> lines, String explanation) {
    public Plan {
      lines = List.copyOf(lines);
    }
  }

  /**
   * The plan; refuses the first need that is below one or that all warehouses together cannot meet.
   *
   * @param needs pieces per product, each above zero
   * @param stocks what there is of those products, each stock once, in any order
   */
  public static Plan plan(
      Map<ProductId, Integer> needs,
      Collection<Stock> stocks,
      AllocationPolicy policy,
      Destination to) {
    Supply supply = Supply.of(needs, stocks, policy.order(to));
    return switch (policy.strategy()) {
      case FEWEST_SHIPMENTS -> fewestShipments(supply);
      case PRIORITY -> inTurn(supply, policy, to, WarehouseId::value);
      case NEAREST ->
          inTurn(supply, policy, to, id -> id.value() + policy.nearness(id, to).words());
    };
  }

  private static Plan fewestShipments(Supply supply) {
    FewestLines lines = new FewestLines(supply);
    FewestWarehouses choice = new FewestWarehouses(supply, lines);
    String why = Strategy.FEWEST_SHIPMENTS.words() + (choice.isFewest() ? "" : " found");
    return plan(supply, lines.take(choice.chosen()), why, WarehouseId::value);
  }

  private static Plan inTurn(
      Supply supply, AllocationPolicy policy, Destination to, Function<WarehouseId, String> name) {
    InTurn turns = new InTurn(supply, it -> policy.tier(supply.warehouse(it), to));
    return plan(supply, turns.taken(), policy.strategy().words(), name);
  }

  private static Plan plan(
      Supply supply, int[][] taken, String why, Function<WarehouseId, String> name) {
    List<Reservation.Line> lines = supply.lines(taken);
    Map<WarehouseId, List<Reservation.Line>> byWarehouse =
        lines.stream().collect(groupingBy(line -> line.stock().warehouse()));
    List<Explanation.Share> shares =
        IntStream.range(0, supply.warehouses())
            .mapToObj(supply::warehouse)
            .filter(byWarehouse::containsKey)
            .map(id -> new Explanation.Share(name.apply(id), byWarehouse.get(id)))
            .toList();
    return new Plan(lines, Explanation.of(why, shares));
  }
}
