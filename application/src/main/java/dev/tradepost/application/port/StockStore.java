package dev.tradepost.application.port;

import dev.tradepost.domain.inventory.Stock;
import dev.tradepost.domain.inventory.StockId;
import dev.tradepost.domain.shared.ProductId;
import java.util.Collection;
import java.util.List;

/** Stock, also by product over all warehouses. */
public interface StockStore extends Store<StockId, Stock> {

  /** Gets and locks the stock of these products in every warehouse, in sorted order. */
  List<Stock> getOfProducts(Collection<ProductId> products);

  /** What is available of a product over all warehouses; locks nothing. */
  long readAvailable(ProductId product);
}
