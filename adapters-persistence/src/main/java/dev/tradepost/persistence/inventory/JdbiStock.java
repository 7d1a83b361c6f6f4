package dev.tradepost.persistence.inventory;

import static dev.tradepost.persistence.shared.Columns.timestamp;

import dev.tradepost.application.port.EventSink;
import dev.tradepost.application.port.StockStore;
import dev.tradepost.domain.inventory.Stock;
import dev.tradepost.domain.inventory.StockEvent;
import dev.tradepost.domain.inventory.StockId;
import dev.tradepost.domain.shared.DomainEvent;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Stamp;
import dev.tradepost.persistence.shared.Batch;
import dev.tradepost.persistence.shared.JdbiStore;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Stock, and the movements that explain it. */
public final class JdbiStock extends JdbiStore<StockId, Stock> implements StockStore {
  private final Set<ProductId> products = new HashSet<>();

  public JdbiStock(Handle handle, EventSink events) {
    super(handle, events);
  }

  @Override
  protected StockId idOf(Stock stock) {
    return stock.id();
  }

  @Override
  protected Collection<Stock> fetch(Collection<StockId> ids, boolean lock) {
    // By product only: the products of one command are few, and so are their warehouses.
    Set<ProductId> wanted = new LinkedHashSet<>();
    ids.forEach(id -> wanted.add(id.product()));
    return fetchOfProducts(wanted, lock).stream().filter(it -> ids.contains(it.id())).toList();
  }

  @Override
  public List<Stock> getOfProducts(Collection<ProductId> wanted) {
    return getOf(
        wanted, products, stock -> stock.id().product(), them -> fetchOfProducts(them, true));
  }

  @Override
  public long readAvailable(ProductId product) {
    return look(fetchOfProducts(Set.of(product), false)).stream()
        .filter(stock -> stock.id().product().equals(product))
        .mapToLong(Stock::available)
        .sum();
  }

  private List<Stock> fetchOfProducts(Collection<ProductId> wanted, boolean lock) {
    String sql =
        "SELECT * FROM stock WHERE product_id = ANY (:ids) ORDER BY product_id, warehouse_id";
    return handle()
        .createQuery(lock ? sql + " FOR UPDATE" : sql)
        .bindArray("ids", String.class, wanted.stream().map(ProductId::value).toList())
        .map((row, context) -> InventoryRows.stock(row))
        .list();
  }

  @Override
  public void flush() {
    insertNew(
        """
        INSERT INTO stock (product_id, warehouse_id, on_hand, reserved, version)
        VALUES (:product, :warehouse, :onHand, :reserved, :version)""",
        JdbiStock::bind);
    updateOld(
        """
        UPDATE stock SET on_hand = :onHand, reserved = :reserved, version = :version
        WHERE product_id = :product AND warehouse_id = :warehouse AND version = :before""",
        JdbiStock::bind);
  }

  /** Writes the movements; after the orders they point at. */
  public void flushMovements() {
    List<Movement> movements =
        steps().stream()
            .flatMap(step -> step.events().stream().map(it -> Movement.of(it, step.stamp())))
            .toList();
    batch(
        """
        INSERT INTO stock_movements
          (product_id, warehouse_id, order_id, type, on_hand_delta, reserved_delta, actor, at)
        VALUES (:product, :warehouse, :order, :type, :onHand, :reserved, :actor, :at)""",
        movements,
        (batch, movement) ->
            batch
                .bind("product", movement.event.productId().value())
                .bind("warehouse", movement.event.warehouseId().value())
                .bind("order", movement.event.order().map(OrderId::value).orElse(null))
                .bind("type", movement.event.type())
                .bind("onHand", movement.event.onHandDelta())
                .bind("reserved", movement.event.reservedDelta())
                .bind("actor", movement.stamp.by().value())
                .bind("at", timestamp(movement.stamp.at())));
  }

  private record Movement(StockEvent event, Stamp stamp) {
    static Movement of(DomainEvent event, Stamp stamp) {
      return new Movement((StockEvent) event, stamp);
    }
  }

  private static void bind(Batch batch, Stock stock) {
    batch
        .bind("product", stock.id().product().value())
        .bind("warehouse", stock.id().warehouse().value())
        .bind("onHand", stock.onHand())
        .bind("reserved", stock.reserved())
        .bind("version", stock.version());
  }
}
