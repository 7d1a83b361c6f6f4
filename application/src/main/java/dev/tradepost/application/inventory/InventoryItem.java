package dev.tradepost.application.inventory;

import dev.tradepost.domain.catalog.Product;
import dev.tradepost.domain.inventory.Stock;
import java.util.List;

/** A product and what there is of it, warehouse by warehouse. */
public record InventoryItem(Product product, List<Stock> stocks) {

  public InventoryItem {
    stocks = List.copyOf(stocks);
  }

  /** What can still be promised, over all warehouses. */
  public long available() {
    return stocks.stream().mapToLong(Stock::available).sum();
  }
}
