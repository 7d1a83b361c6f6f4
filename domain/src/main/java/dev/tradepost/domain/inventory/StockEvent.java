package dev.tradepost.domain.inventory;

import dev.tradepost.domain.shared.DomainEvent;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.WarehouseId;
import java.util.Optional;

/**
 * A movement of stock. The sum of all movements of a stock is what is on hand and what is reserved
 * of it.
 */
public sealed interface StockEvent extends DomainEvent {

  ProductId productId();

  WarehouseId warehouseId();

  /** By how much the quantity on hand moved. */
  long onHandDelta();

  /** By how much the reserved quantity moved. */
  long reservedDelta();

  /** The order that moved it; a count has none. */
  Optional<OrderId> order();

  /** Somebody counted, or goods came in: the quantity on hand was set. */
  record Counted(ProductId productId, WarehouseId warehouseId, long before, long onHand)
      implements StockEvent {
    @Override
    public String type() {
      return "stock.counted";
    }

    @Override
    public long onHandDelta() {
      return onHand - before;
    }

    @Override
    public long reservedDelta() {
      return 0;
    }

    @Override
    public Optional<OrderId> order() {
      return Optional.empty();
    }
  }

  /** An order reserved some. */
  record Reserved(ProductId productId, WarehouseId warehouseId, OrderId orderId, int quantity)
      implements StockEvent {
    @Override
    public String type() {
      return "stock.reserved";
    }

    @Override
    public long onHandDelta() {
      return 0;
    }

    @Override
    public long reservedDelta() {
      return quantity;
    }

    @Override
    public Optional<OrderId> order() {
      return Optional.of(orderId);
    }
  }

  /** An order gave back what it had reserved. */
  record Released(ProductId productId, WarehouseId warehouseId, OrderId orderId, int quantity)
      implements StockEvent {
    @Override
    public String type() {
      return "stock.released";
    }

    @Override
    public long onHandDelta() {
      return 0;
    }

    @Override
    public long reservedDelta() {
      return -quantity;
    }

    @Override
    public Optional<OrderId> order() {
      return Optional.of(orderId);
    }
  }

  /** What an order had reserved left the warehouse. */
  record Shipped(ProductId productId, WarehouseId warehouseId, OrderId orderId, int quantity)
      implements StockEvent {
    @Override
    public String type() {
      return "stock.shipped";
    }

    @Override
    public long onHandDelta() {
      return -quantity;
    }

    @Override
    public long reservedDelta() {
      return -quantity;
    }

    @Override
    public Optional<OrderId> order() {
      return Optional.of(orderId);
    }
  }

  /** What an order had shipped came back to the shelf. */
  record Restocked(ProductId productId, WarehouseId warehouseId, OrderId orderId, int quantity)
      implements StockEvent {
    @Override
    public String type() {
      return "stock.restocked";
    }

    @Override
    public long onHandDelta() {
      return quantity;
    }

    @Override
    public long reservedDelta() {
      return 0;
    }

    @Override
    public Optional<OrderId> order() {
      return Optional.of(orderId);
    }
  }
}
