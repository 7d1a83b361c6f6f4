package dev.tradepost.domain.shared;

/**
 * Names a product: up to 64 letters, digits and {@code . _ : @ -}, chosen by the shop or a UUID.
 */
public record ProductId(String value) implements Comparable<ProductId> {

  public ProductId {
    Text.requireId("productId", value);
  }

  @Override
  public int compareTo(ProductId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
