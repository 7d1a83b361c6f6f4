package dev.tradepost.persistence.shared;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Shop;
import dev.tradepost.application.port.AnswerStore;
import dev.tradepost.application.port.PaymentStore;
import dev.tradepost.application.port.ShipmentStore;
import dev.tradepost.application.port.Sources;
import dev.tradepost.application.port.StockStore;
import dev.tradepost.application.port.Store;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.cart.Cart;
import dev.tradepost.domain.catalog.Product;
import dev.tradepost.domain.inventory.Reservation;
import dev.tradepost.domain.inventory.Warehouse;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WarehouseId;
import dev.tradepost.persistence.cart.JdbiCarts;
import dev.tradepost.persistence.catalog.JdbiProducts;
import dev.tradepost.persistence.fulfilment.JdbiShipments;
import dev.tradepost.persistence.inventory.JdbiReservations;
import dev.tradepost.persistence.inventory.JdbiStock;
import dev.tradepost.persistence.inventory.JdbiWarehouses;
import dev.tradepost.persistence.order.JdbiOrders;
import dev.tradepost.persistence.payment.JdbiPayments;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;

/** A unit of work over one open transaction. */
final class JdbiUnit implements UnitOfWork {
  private final Handle handle;
  private final Actor actor;
  private final Shop shop;
  private final Sources sources;
  private final Instant now;
  private final Outbox outbox = new Outbox();
  private final JdbiCarts carts;
  private final JdbiOrders orders;
  private final JdbiPayments payments;
  private final JdbiShipments shipments;
  private final JdbiReservations reservations;
  private final JdbiStock stock;
  private final JdbiProducts products;
  private final JdbiWarehouses warehouses;
  private final JdbiAnswers answers;

  JdbiUnit(Handle handle, Actor actor, Shop shop, Sources sources) {
    this.handle = handle;
    this.actor = actor;
    this.shop = shop;
    this.sources = sources;
    this.now = sources.clock().instant().truncatedTo(ChronoUnit.MICROS);
    carts = new JdbiCarts(handle, outbox);
    orders = new JdbiOrders(handle, outbox, shop, stamp());
    payments = new JdbiPayments(handle, outbox);
    shipments = new JdbiShipments(handle, outbox);
    reservations = new JdbiReservations(handle, outbox);
    stock = new JdbiStock(handle, outbox, stamp());
    products = new JdbiProducts(handle, outbox);
    warehouses = new JdbiWarehouses(handle, outbox);
    answers = new JdbiAnswers(handle, now);
  }

  /** Writes all that was staged, a table after those it points at; twins collide first. */
  void flush() {
    answers.flush();
    products.flush();
    warehouses.flush();
    stock.flush();
    carts.flush();
    orders.flush();
    reservations.flush();
    stock.flushMovements();
    payments.flush();
    shipments.flush();
    outbox.flush(handle, now, sources.ids());
  }

  @Override
  public Actor actor() {
    return actor;
  }

  @Override
  public Shop shop() {
    return shop;
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public UUID newId() {
    return sources.ids().get();
  }

  @Override
  public RandomGenerator chance() {
    return sources.chance();
  }

  @Override
  public Store<UserId, Cart> carts() {
    return carts;
  }

  @Override
  public Store<OrderId, Order> orders() {
    return orders;
  }

  @Override
  public PaymentStore payments() {
    return payments;
  }

  @Override
  public ShipmentStore shipments() {
    return shipments;
  }

  @Override
  public Store<OrderId, Reservation> reservations() {
    return reservations;
  }

  @Override
  public StockStore stock() {
    return stock;
  }

  @Override
  public Store<ProductId, Product> products() {
    return products;
  }

  @Override
  public Store<WarehouseId, Warehouse> warehouses() {
    return warehouses;
  }

  @Override
  public AnswerStore answers() {
    return answers;
  }
}
