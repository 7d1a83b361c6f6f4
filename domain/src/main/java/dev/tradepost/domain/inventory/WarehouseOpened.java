package dev.tradepost.domain.inventory;

import dev.tradepost.domain.shared.DomainEvent;
import dev.tradepost.domain.shared.WarehouseId;

/** A warehouse was added to the shop. */
public record WarehouseOpened(WarehouseId warehouseId, String name) implements DomainEvent {
  @Override
  public String type() {
    return "warehouse.opened";
  }
}
