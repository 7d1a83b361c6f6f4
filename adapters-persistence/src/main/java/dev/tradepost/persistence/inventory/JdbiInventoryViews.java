package dev.tradepost.persistence.inventory;

import dev.tradepost.application.inventory.InventoryItem;
import dev.tradepost.application.inventory.InventoryViews;
import dev.tradepost.application.port.Page;
import dev.tradepost.domain.catalog.Product;
import dev.tradepost.domain.inventory.Stock;
import dev.tradepost.domain.inventory.Warehouse;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.persistence.catalog.ProductRows;
import dev.tradepost.persistence.shared.Pages;
import dev.tradepost.persistence.shared.Reads;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Reads what there is. */
public final class JdbiInventoryViews implements InventoryViews {
  private final Reads reads;

  public JdbiInventoryViews(Reads reads) {
    this.reads = reads;
  }

  @Override
  public Map<ProductId, InventoryItem> findAll(Collection<ProductId> ids) {
    if (ids.isEmpty()) {
      return Map.of();
    }
    List<InventoryItem> found =
        reads.with(
            handle ->
                withStock(
                    handle,
                    handle
                        .createQuery("SELECT * FROM products WHERE id = ANY (:ids)")
                        .bindArray(
                            "ids", String.class, ids.stream().map(ProductId::value).toList())));
    return found.stream().collect(Collectors.toMap(it -> it.product().id(), Function.identity()));
  }

  @Override
  public Page<InventoryItem> list(Filter filter, Page.Request request) {
    StringBuilder sql = new StringBuilder("SELECT * FROM products WHERE ");
    sql.append(Pages.after(request, "created_at", "id", false));
    if (filter.text().isPresent()) {
      sql.append(" AND LOWER(name) LIKE :text ESCAPE '!'");
    }
    if (filter.inStock()) {
      sql.append(" AND EXISTS (SELECT 1 FROM stock WHERE stock.product_id = products.id")
          .append(" AND on_hand > reserved)");
    }
    sql.append(Pages.order("created_at", "id", false));
    return reads.with(
        handle -> {
          Query query = Pages.bindText(handle.createQuery(sql.toString()), request);
          filter.text().ifPresent(text -> query.bind("text", Pages.anywhere(text)));
          return Page.of(
              withStock(handle, query),
              request,
              it -> new Page.Cursor(it.product().createdAt(), it.product().id().value()));
        });
  }

  @Override
  public Page<Warehouse> warehouses(Page.Request request) {
    String sql =
        "SELECT * FROM warehouses WHERE "
            + Pages.after(request, "created_at", "id", false)
            + Pages.order("created_at", "id", false);
    List<Warehouse> fetched =
        reads.with(
            handle ->
                Pages.bindText(handle.createQuery(sql), request)
                    .map((row, context) -> InventoryRows.warehouse(row))
                    .list());
    return Page.of(fetched, request, it -> new Page.Cursor(it.createdAt(), it.id().value()));
  }

  private static List<InventoryItem> withStock(Handle handle, Query products) {
    List<Product> found = products.map((row, context) -> ProductRows.product(row)).list();
    Map<ProductId, List<Stock>> stocks = new HashMap<>();
    handle
        .createQuery(
            "SELECT * FROM stock WHERE product_id = ANY (:ids) ORDER BY product_id, warehouse_id")
        .bindArray("ids", String.class, found.stream().map(it -> it.id().value()).toList())
        .map((row, context) -> InventoryRows.stock(row))
        .forEach(
            stock ->
                stocks.computeIfAbsent(stock.id().product(), id -> new ArrayList<>()).add(stock));
    return found.stream()
        .map(product -> new InventoryItem(product, stocks.getOrDefault(product.id(), List.of())))
        .toList();
  }
}
