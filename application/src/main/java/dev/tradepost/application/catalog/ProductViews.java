package dev.tradepost.application.catalog;

import dev.tradepost.application.port.Page;
import dev.tradepost.domain.catalog.CatalogReason;
import dev.tradepost.domain.catalog.Product;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.SharedReason;
import java.util.Optional;

/** Reads the catalogue. */
public interface ProductViews {

  Optional<Product> find(ProductId id);

  /** Newest first. */
  Page<Product> list(Page.Request request);

  /** The refusal where there is no such product. */
  static Rejection notFound(ProductId id) {
    return new Rejection(CatalogReason.PRODUCT_NOT_FOUND, "there is no product " + id);
  }

  /** The refusal where the id cannot be one of a product. */
  static Rejection notFound() {
    return new Rejection(CatalogReason.PRODUCT_NOT_FOUND, "there is no such product");
  }

  /** The refusal of a request that names a product which is not in the catalogue, in this field. */
  static Rejection unknown(ProductId id, String field) {
    return new Rejection(
            SharedReason.UNKNOWN_PRODUCT, "there is no product " + id + " in the catalogue")
        .at(field);
  }
}
