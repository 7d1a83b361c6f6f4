package dev.tradepost.application.order;

import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.inventory.StockId;
import dev.tradepost.domain.order.OrderReason;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Rejection;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where the pieces come from: what is not planned first, then planned shipments, last first. */
record Freed(Map<StockId, Integer> stock, List<Change<Shipment>> shipments) {

  static Freed of(Outgoing out, Map<ProductId, Integer> pieces) {
    Freed freed = new Freed(new LinkedHashMap<>(), new ArrayList<>());
    Map<StockId, Integer> unplanned = out.unplanned();
    List<Shipment> pending = out.pending();
    pieces.forEach((product, n) -> freed.take(product, n, unplanned, pending));
    return freed;
  }

  private void take(
      ProductId product, int n, Map<StockId, Integer> unplanned, List<Shipment> pending) {
    int missing = n;
    for (Map.Entry<StockId, Integer> there : unplanned.entrySet()) {
      if (there.getKey().product().equals(product)) {
        missing -= free(there.getKey(), Math.min(missing, there.getValue()));
      }
    }
    for (int i = pending.size() - 1; i >= 0 && missing > 0; i--) {
      Shipment shipment = pending.get(i);
      int some = Math.min(missing, shipment.quantityOf(product));
      if (some > 0) {
        missing -= free(new StockId(product, shipment.warehouseId()), some);
        shrink(shipment, product, some);
      }
    }
    if (missing > 0) {
      throw new Rejection(
              OrderReason.NOT_SO_MANY_KEPT,
              (n - missing) + " of product " + product + " have not left yet, not " + n)
          .at("items");
    }
  }

  private int free(StockId id, int some) {
    if (some > 0) {
      stock.merge(id, some, Integer::sum);
    }
    return some;
  }

  private void shrink(Shipment shipment, ProductId product, int some) {
    for (int i = 0; i < shipments.size(); i++) {
      if (shipments.get(i).state().id().equals(shipment.id())) {
        shipments.set(i, shipments.get(i).then(it -> it.reduce(product, some)));
        return;
      }
    }
    shipments.add(shipment.reduce(product, some));
  }
}
