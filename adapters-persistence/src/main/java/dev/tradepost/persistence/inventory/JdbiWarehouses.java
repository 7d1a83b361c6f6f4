package dev.tradepost.persistence.inventory;

import static dev.tradepost.persistence.shared.Columns.timestamp;

import dev.tradepost.application.port.EventSink;
import dev.tradepost.domain.inventory.Warehouse;
import dev.tradepost.domain.shared.WarehouseId;
import dev.tradepost.persistence.shared.JdbiStore;
import java.util.Collection;
import org.jdbi.v3.core.Handle;

/** Warehouses; once opened they do not change. */
public final class JdbiWarehouses extends JdbiStore<WarehouseId, Warehouse> {

  public JdbiWarehouses(Handle handle, EventSink events) {
    super(handle, events);
  }

  @Override
  protected WarehouseId idOf(Warehouse warehouse) {
    return warehouse.id();
  }

  @Override
  protected Collection<Warehouse> fetch(Collection<WarehouseId> ids, boolean lock) {
    String sql = "SELECT * FROM warehouses WHERE id = ANY (:ids) ORDER BY id";
    return handle()
        .createQuery(lock ? sql + " FOR UPDATE" : sql)
        .bindArray("ids", String.class, ids.stream().map(WarehouseId::value).toList())
        .map((row, context) -> InventoryRows.warehouse(row))
        .list();
  }

  @Override
  public void flush() {
    insertNew(
        "INSERT INTO warehouses (id, name, created_at, version) VALUES (:id, :name, :at, :version)",
        (batch, warehouse) ->
            batch
                .bind("id", warehouse.id().value())
                .bind("name", warehouse.name())
                .bind("at", timestamp(warehouse.createdAt()))
                .bind("version", warehouse.version()));
  }
}
