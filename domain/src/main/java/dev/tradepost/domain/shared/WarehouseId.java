package dev.tradepost.domain.shared;

/**
 * Names a warehouse: up to 64 letters, digits and {@code . _ : @ -}, chosen by the shop or a UUID.
 */
public record WarehouseId(String value) implements Comparable<WarehouseId> {

  public WarehouseId {
    Text.requireId("warehouseId", value);
  }

  @Override
  public int compareTo(WarehouseId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
