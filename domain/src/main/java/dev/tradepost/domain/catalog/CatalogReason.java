package dev.tradepost.domain.catalog;

import static dev.tradepost.domain.shared.Reason.Meaning.conflict;
import static dev.tradepost.domain.shared.Reason.Meaning.notFound;

import dev.tradepost.domain.shared.Reason;

/** Why the catalogue refuses. */
public enum CatalogReason implements Reason {
  PRODUCT_NOT_FOUND(
      notFound("There is no product of this id.", "Use a productId from GET /products.")),
  PRODUCT_EXISTS(
      conflict(
          "A product of this id is already in the catalogue.",
          "Choose another id, or change the product there is."));

  private final Meaning meaning;

  CatalogReason(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}
