package dev.tradepost.application.inventory;

import dev.tradepost.application.Role;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.inventory.InventoryReason;
import dev.tradepost.domain.inventory.Warehouse;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.WarehouseId;
import java.util.Optional;

/** Adds a warehouse; without an id it gets a new one. */
public record OpenWarehouse(Optional<WarehouseId> id, String name) implements UseCase<Warehouse> {

  @Override
  public Role requires() {
    return Role.STAFF;
  }

  @Override
  public Warehouse run(UnitOfWork work) {
    WarehouseId warehouse = id.orElseGet(() -> new WarehouseId(work.newId().toString()));
    if (work.warehouses().get(warehouse).isPresent()) {
      throw new Rejection(
              InventoryReason.WAREHOUSE_EXISTS, "warehouse " + warehouse + " exists already")
          .at("id");
    }
    Change<Warehouse> opened = Warehouse.open(warehouse, name, work.stamp());
    work.warehouses().save(opened);
    return opened.state();
  }
}
