package dev.tradepost.domain.inventory;

import dev.tradepost.domain.shared.Aggregate;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.Quantities;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.UserId;
import java.util.Optional;

/**
 * The stock of one product in one warehouse, in pieces. What is reserved is still on hand: it
 * leaves when it is shipped. Nothing here can make available go below zero.
 */
public record Stock(StockId id, long onHand, long reserved, long version) implements Aggregate {

  public Stock {
    if (onHand < 0) {
      throw new Rejection(InventoryReason.ON_HAND_NEGATIVE, "onHand must be 0 or more")
          .at("onHand");
    }
    if (reserved < 0 || reserved > onHand) {
      throw new Rejection(
              InventoryReason.ON_HAND_BELOW_RESERVED,
              reserved + " pieces are reserved, onHand must be at least that")
          .at("onHand");
    }
  }

  /** Nothing of this product was ever in this warehouse. */
  public static Stock none(StockId id) {
    return new Stock(id, 0, 0, 0);
  }

  /** What can still be promised: on hand less reserved. */
  public long available() {
    return onHand - reserved;
  }

  /** Sets the quantity on hand; refuses less than what is reserved. */
  public Change<Stock> count(long counted) {
    return Change.of(
        new Stock(id, counted, reserved, version + 1),
        new StockEvent.Counted(id.product(), id.warehouse(), onHand, counted));
  }

  /** Promises some to an order; refuses more than is available. */
  public Change<Stock> reserve(int quantity, OrderId order) {
    Quantities.requirePositive(quantity);
    if (quantity > available()) {
      throw Quantities.insufficient(id.product(), quantity, available());
    }
    return Change.of(
        new Stock(id, onHand, reserved + quantity, version + 1),
        new StockEvent.Reserved(id.product(), id.warehouse(), order, quantity));
  }

  /** Takes back what was promised to an order. */
  public Change<Stock> release(int quantity, OrderId order) {
    Quantities.requirePositive(quantity);
    return Change.of(
        new Stock(id, onHand, reserved - quantity, version + 1),
        new StockEvent.Released(id.product(), id.warehouse(), order, quantity));
  }

  /** Lets what was promised to an order leave the warehouse. */
  public Change<Stock> ship(int quantity, OrderId order) {
    Quantities.requirePositive(quantity);
    return Change.of(
        new Stock(id, onHand - quantity, reserved - quantity, version + 1),
        new StockEvent.Shipped(id.product(), id.warehouse(), order, quantity));
  }

  /** Puts what came back from an order on the shelf again. */
  public Change<Stock> restock(int quantity, OrderId order) {
    Quantities.requirePositive(quantity);
    return Change.of(
        new Stock(id, onHand + quantity, reserved, version + 1),
        new StockEvent.Restocked(id.product(), id.warehouse(), order, quantity));
  }

  @Override
  public String aggregateId() {
    return id.toString();
  }

  @Override
  public Optional<UserId> owner() {
    return Optional.empty();
  }
}
