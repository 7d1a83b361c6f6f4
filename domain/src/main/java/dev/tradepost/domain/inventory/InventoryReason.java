package dev.tradepost.domain.inventory;

import static dev.tradepost.domain.shared.Reason.Meaning.conflict;
import static dev.tradepost.domain.shared.Reason.Meaning.invalid;
import static dev.tradepost.domain.shared.Reason.Meaning.notFound;

import dev.tradepost.domain.shared.Reason;

/** Why the inventory refuses. */
public enum InventoryReason implements Reason {
  WAREHOUSE_NOT_FOUND(
      notFound("There is no warehouse of this id.", "Use a warehouseId from GET /warehouses.")),
  WAREHOUSE_EXISTS(conflict("A warehouse of this id already exists.", "Choose another id.")),
  RESERVATION_EXPIRED(
      conflict(
          "The order was not paid in time, and its stock is no longer reserved.",
          "Place the order again.")),
  ON_HAND_NEGATIVE(invalid("The quantity on hand cannot be below zero.", "Send 0 or more.")),
  ON_HAND_BELOW_RESERVED(
      conflict(
          "The new quantity on hand is less than what open orders have reserved.",
          "Cancel orders first, or send at least the reserved quantity."));

  private final Meaning meaning;

  InventoryReason(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}
