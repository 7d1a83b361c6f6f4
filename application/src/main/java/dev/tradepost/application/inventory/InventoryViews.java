package dev.tradepost.application.inventory;

import dev.tradepost.application.port.Page;
import dev.tradepost.domain.inventory.Warehouse;
import dev.tradepost.domain.shared.ProductId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what there is. */
public interface InventoryViews {

  /** Those that are in the catalogue, by id. */
  Map<ProductId, InventoryItem> findAll(Collection<ProductId> products);

  default Optional<InventoryItem> find(ProductId product) {
    return Optional.ofNullable(findAll(List.of(product)).get(product));
  }

  /** Products with their stock, newest first. */
  Page<InventoryItem> list(Filter filter, Page.Request request);

  /** Newest first. */
  Page<Warehouse> warehouses(Page.Request request);

  /**
   * Which products.
   *
   * @param text part of the name, whatever its case
   * @param inStock only those with something available
   */
  record Filter(Optional<String> text, boolean inStock) {}
}
