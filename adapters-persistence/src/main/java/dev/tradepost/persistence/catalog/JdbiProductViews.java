package dev.tradepost.persistence.catalog;

import dev.tradepost.application.catalog.ProductViews;
import dev.tradepost.application.port.Page;
import dev.tradepost.domain.catalog.Product;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.persistence.shared.Pages;
import dev.tradepost.persistence.shared.Reads;
import java.util.List;
import java.util.Optional;

/** Reads the catalogue. */
public final class JdbiProductViews implements ProductViews {
  private final Reads reads;

  public JdbiProductViews(Reads reads) {
    this.reads = reads;
  }

  @Override
  public Optional<Product> find(ProductId id) {
    return reads.with(
        handle ->
            handle
                .createQuery("SELECT * FROM products WHERE id = :id")
                .bind("id", id.value())
                .map((row, context) -> ProductRows.product(row))
                .findOne());
  }

  @Override
  public Page<Product> list(Page.Request request) {
    String sql =
        "SELECT * FROM products WHERE "
            + Pages.after(request, "created_at", "id", false)
            + Pages.order("created_at", "id", false);
    List<Product> fetched =
        reads.with(
            handle ->
                Pages.bindText(handle.createQuery(sql), request)
                    .map((row, context) -> ProductRows.product(row))
                    .list());
    return Page.of(fetched, request, it -> new Page.Cursor(it.createdAt(), it.id().value()));
  }
}
