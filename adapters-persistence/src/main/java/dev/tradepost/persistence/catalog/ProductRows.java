package dev.tradepost.persistence.catalog;

import dev.tradepost.domain.catalog.Product;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.persistence.shared.Columns;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Reads rows of products. */
public final class ProductRows {

  private ProductRows() {}

  public static Product product(ResultSet row) throws SQLException {
    return new Product(
        new ProductId(row.getString("id")),
        row.getString("name"),
        Columns.money(row, "price_minor", Columns.currency(row)),
        Columns.text(row, "sku"),
        Columns.instant(row, "created_at"),
        Columns.instant(row, "updated_at"),
        row.getLong("version"));
  }
}
