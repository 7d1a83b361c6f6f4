package dev.tradepost.persistence.shared;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Shop;
import dev.tradepost.application.port.Sources;
import dev.tradepost.application.port.Stores;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.persistence.cart.JdbiCarts;
import dev.tradepost.persistence.catalog.JdbiProducts;
import dev.tradepost.persistence.fulfilment.JdbiReturns;
import dev.tradepost.persistence.fulfilment.JdbiShipments;
import dev.tradepost.persistence.inventory.JdbiReservations;
import dev.tradepost.persistence.inventory.JdbiStock;
import dev.tradepost.persistence.inventory.JdbiWarehouses;
import dev.tradepost.persistence.mail.JdbiMails;
import dev.tradepost.persistence.order.JdbiOrders;
import dev.tradepost.persistence.payment.JdbiPayments;
import dev.tradepost.persistence.promotion.JdbiPromotions;
import dev.tradepost.persistence.promotion.JdbiUserUses;
import dev.tradepost.persistence.trade.JdbiFxOrders;
import dev.tradepost.persistence.wallet.JdbiApprovals;
import dev.tradepost.persistence.wallet.JdbiBankTransfers;
import dev.tradepost.persistence.wallet.JdbiBooks;
import dev.tradepost.persistence.wallet.JdbiEscrows;
import dev.tradepost.persistence.wallet.JdbiHolds;
import dev.tradepost.persistence.wallet.JdbiWallets;
import dev.tradepost.persistence.webhook.JdbiDeliveries;
import dev.tradepost.persistence.webhook.JdbiWebhooks;
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
  private final JdbiFxOrders fxOrders;
  private final JdbiPayments payments;
  private final JdbiApprovals approvals;
  private final JdbiBankTransfers bankTransfers;
  private final JdbiWallets wallets;
  private final JdbiHolds holds;
  private final JdbiEscrows escrows;
  private final JdbiShipments shipments;
  private final JdbiReturns returns;
  private final JdbiReservations reservations;
  private final JdbiPromotions promotions;
  private final JdbiUserUses promotionUsers;
  private final JdbiStock stock;
  private final JdbiProducts products;
  private final JdbiWarehouses warehouses;
  private final JdbiBooks books;
  private final JdbiAnswers answers;
  private final JdbiWebhooks webhooks;
  private final Stores stores;

  JdbiUnit(Handle handle, Actor actor, Shop shop, Sources sources) {
    this.handle = handle;
    this.actor = actor;
    this.shop = shop;
    this.sources = sources;
    this.now = sources.clock().instant().truncatedTo(ChronoUnit.MICROS);
    carts = new JdbiCarts(handle, outbox);
    orders = new JdbiOrders(handle, outbox, shop, stamp());
    fxOrders = new JdbiFxOrders(handle, outbox, stamp());
    payments = new JdbiPayments(handle, outbox);
    approvals = new JdbiApprovals(handle, outbox);
    bankTransfers = new JdbiBankTransfers(handle, outbox);
    wallets = new JdbiWallets(handle, outbox);
    holds = new JdbiHolds(handle, outbox);
    escrows = new JdbiEscrows(handle, outbox);
    shipments = new JdbiShipments(handle, outbox);
    returns = new JdbiReturns(handle, outbox);
    reservations = new JdbiReservations(handle, outbox);
    promotions = new JdbiPromotions(handle, outbox);
    promotionUsers = new JdbiUserUses(handle, outbox);
    stock = new JdbiStock(handle, outbox, stamp());
    products = new JdbiProducts(handle, outbox);
    warehouses = new JdbiWarehouses(handle, outbox);
    books = new JdbiBooks(handle);
    answers = new JdbiAnswers(handle, now);
    webhooks = new JdbiWebhooks(handle, outbox);
    stores = allStores();
  }

  private Stores allStores() {
    return new Stores(
        carts,
        orders,
        fxOrders,
        payments,
        approvals,
        bankTransfers,
        wallets,
        holds,
        escrows,
        shipments,
        returns,
        reservations,
        promotions,
        promotionUsers,
        stock,
        products,
        warehouses,
        books,
        answers,
        new JdbiEvents(handle),
        webhooks,
        new JdbiDeliveries(handle),
        new JdbiMails(handle));
  }

  /** Writes all that was staged, a table after those it points at; twins collide first. */
  void flush() {
    answers.flush();
    products.flush();
    warehouses.flush();
    promotions.flush();
    promotionUsers.flush();
    stock.flush();
    carts.flush();
    orders.flush();
    reservations.flush();
    stock.flushMovements();
    payments.flush();
    shipments.flush();
    returns.flush();
    wallets.flush();
    holds.flush();
    fxOrders.flush();
    approvals.flush();
    bankTransfers.flush();
    escrows.flush();
    books.flush();
    webhooks.flush();
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
  public Stores stores() {
    return stores;
  }
}
