package dev.tradepost.persistence.inventory;

import dev.tradepost.domain.inventory.Stock;
import dev.tradepost.domain.inventory.StockId;
import dev.tradepost.domain.inventory.Warehouse;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.WarehouseId;
import dev.tradepost.persistence.shared.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads rows of warehouses and stock. */
final class InventoryRows {

  private InventoryRows() {}

  static Warehouse warehouse(ResultSet row) throws SQLException {
    return new Warehouse(
        new WarehouseId(row.getString("id")),
        row.getString("name"),
        Columns.instant(row, "created_at"),
        row.getLong("version"));
  }

  static StockId stockId(ResultSet row) throws SQLException {
    return new StockId(
        new ProductId(row.getString("product_id")), new WarehouseId(row.getString("warehouse_id")));
  }

  static Stock stock(ResultSet row) throws SQLException {
    return new Stock(
        stockId(row), row.getLong("on_hand"), row.getLong("reserved"), row.getLong("version"));
  }
}
