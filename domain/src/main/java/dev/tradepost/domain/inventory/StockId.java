package dev.tradepost.domain.inventory;

import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.WarehouseId;
import java.util.Comparator;
import java.util.Objects;

/** Names the stock of one product in one warehouse. */
public record StockId(ProductId product, WarehouseId warehouse) implements Comparable<StockId> {
  private static final Comparator<StockId> ORDER =
      Comparator.comparing(StockId::product).thenComparing(StockId::warehouse);

  public StockId {
    Objects.requireNonNull(product);
    Objects.requireNonNull(warehouse);
  }

  @Override
  public int compareTo(StockId other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return product + "/" + warehouse;
  }
}
