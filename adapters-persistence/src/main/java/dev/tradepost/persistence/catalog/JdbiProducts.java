package dev.tradepost.persistence.catalog;

import static dev.tradepost.persistence.shared.Columns.timestamp;

import dev.tradepost.application.port.EventSink;
import dev.tradepost.domain.catalog.Product;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.persistence.shared.Batch;
import dev.tradepost.persistence.shared.JdbiStore;
import java.util.Collection;
import org.jdbi.v3.core.Handle;

/** Products. */
public final class JdbiProducts extends JdbiStore<ProductId, Product> {

  public JdbiProducts(Handle handle, EventSink events) {
    super(handle, events);
  }

  @Override
  protected ProductId idOf(Product product) {
    return product.id();
  }

  @Override
  protected Collection<Product> fetch(Collection<ProductId> ids, boolean lock) {
    String sql = "SELECT * FROM products WHERE id = ANY (:ids) ORDER BY id";
    return handle()
        .createQuery(lock ? sql + " FOR UPDATE" : sql)
        .bindArray("ids", String.class, ids.stream().map(ProductId::value).toList())
        .map((row, context) -> ProductRows.product(row))
        .list();
  }

  @Override
  public void flush() {
    insertNew(
        """
        INSERT INTO products (id, name, price_minor, currency, sku, created_at, updated_at, version)
        VALUES (:id, :name, :price, :currency, :sku, :created, :updated, :version)""",
        (batch, product) -> {
          bind(batch, product);
          batch.bind("created", timestamp(product.createdAt()));
        });
    updateOld(
        """
        UPDATE products
        SET name = :name, price_minor = :price, currency = :currency, sku = :sku,
            updated_at = :updated, version = :version
        WHERE id = :id AND version = :before""",
        JdbiProducts::bind);
  }

  private static void bind(Batch batch, Product product) {
    batch
        .bind("id", product.id().value())
        .bind("name", product.name())
        .bind("price", product.price().minor())
        .bind("currency", product.price().currency().getCurrencyCode())
        .bind("sku", product.sku().orElse(null))
        .bind("updated", timestamp(product.updatedAt()))
        .bind("version", product.version());
  }
}
