package dev.tradepost.application.port;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Shop;
import dev.tradepost.domain.cart.Cart;
import dev.tradepost.domain.catalog.Product;
import dev.tradepost.domain.inventory.Reservation;
import dev.tradepost.domain.inventory.Warehouse;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Stamp;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WarehouseId;
import java.time.Instant;
import java.util.UUID;
import java.util.random.RandomGenerator;

/**
 * All that a use case can touch while it runs: the stores, and where time, ids and chance come
 * from. Two kinds of rows are always locked in the order in which their stores stand here.
 */
public interface UnitOfWork {

  Actor actor();

  Shop shop();

  /** The one moment at which this work happens, in microseconds. */
  Instant now();

  /** A new id, later than all before it. */
  UUID newId();

  RandomGenerator chance();

  /** Now, by the actor. */
  default Stamp stamp() {
    return new Stamp(now(), actor().userId());
  }

  Store<UserId, Cart> carts();

  Store<OrderId, Order> orders();

  PaymentStore payments();

  ShipmentStore shipments();

  Store<OrderId, Reservation> reservations();

  StockStore stock();

  Store<ProductId, Product> products();

  Store<WarehouseId, Warehouse> warehouses();

  AnswerStore answers();
}
