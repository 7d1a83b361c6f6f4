package dev.tradepost.application.order;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Role;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.Prefetch;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.fulfilment.FulfilmentReason;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.inventory.StockId;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Rejection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Ships now what has not left yet, or some pieces of it, one shipment for each warehouse that holds
 * some.
 *
 * @param items which pieces; empty for all, those of planned shipments among them
 * @param carrier who carries it; empty for what was planned, or the shop's choice
 * @param trackingNumber where there is one shipment; empty for what was planned, or a new number
 */
public record ShipOrder(
    OrderId id,
    Optional<List<OrderPlacement.Item>> items,
    Optional<String> carrier,
    Optional<String> trackingNumber,
    OptionalLong expectedVersion)
    implements UseCase<OrderView> {

  /** Everything that has not left yet. */
  public ShipOrder(OrderId id, Optional<String> carrier, OptionalLong expectedVersion) {
    this(id, Optional.empty(), carrier, Optional.empty(), expectedVersion);
  }

  @Override
  public void prefetch(Actor actor, Prefetch rows) {
    rows.outgoing(id);
  }

  @Override
  public Role requires() {
    return Role.STAFF;
  }

  @Override
  public OrderView run(UnitOfWork work) {
    Outgoing out = Outgoing.get(work, id, expectedVersion);
    out.order().ship(work.stamp());
    Map<StockId, Integer> unplanned = out.unplanned();
    List<Change<Shipment>> leaving = new ArrayList<>();
    if (items.isPresent()) {
      leaving.addAll(out.plan(work, some(unplanned, items.get()), carrier, trackingNumber));
    } else {
      leaving.addAll(planned(work, out, unplanned));
      if (!unplanned.isEmpty()) {
        leaving.addAll(out.plan(work, unplanned, carrier, trackingNumber));
      }
    }
    if (leaving.isEmpty()) {
      throw new Rejection(FulfilmentReason.NOTHING_TO_SHIP, "all of this order has left");
    }
    return out.leave(work, leaving, carrier, trackingNumber);
  }

  /** The planned ones; refuses a number that cannot be theirs. */
  private List<Change<Shipment>> planned(
      UnitOfWork work, Outgoing out, Map<StockId, Integer> unplanned) {
    List<Shipment> pending = out.pending();
    long others = unplanned.keySet().stream().map(StockId::warehouse).distinct().count();
    boolean itsOwn =
        others == 0
            && pending.size() == 1
            && pending.get(0).trackingNumber().equals(trackingNumber);
    if (!pending.isEmpty() && !itsOwn) {
      Outgoing.requireFree(work, trackingNumber, pending.size() + (int) others);
    }
    return pending.stream().map(it -> new Change<>(it, List.of())).toList();
  }

  private static Map<StockId, Integer> some(
      Map<StockId, Integer> unplanned, List<OrderPlacement.Item> wanted) {
    Map<StockId, Integer> taken = new LinkedHashMap<>();
    for (Map.Entry<ProductId, Integer> need : OrderPlacement.merge(wanted).entrySet()) {
      int missing = need.getValue();
      for (Map.Entry<StockId, Integer> there : unplanned.entrySet()) {
        if (there.getKey().product().equals(need.getKey()) && missing > 0) {
          int some = Math.min(missing, there.getValue());
          taken.put(there.getKey(), some);
          missing -= some;
        }
      }
      if (missing > 0) {
        throw new Rejection(
                FulfilmentReason.NOTHING_TO_SHIP,
                (need.getValue() - missing)
                    + " of product "
                    + need.getKey()
                    + " are neither shipped nor planned, not "
                    + need.getValue())
            .at("items");
      }
    }
    return taken;
  }
}
