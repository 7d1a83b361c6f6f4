package dev.tradepost.persistence.shared;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Shop;
import dev.tradepost.application.port.Conflict;
import dev.tradepost.application.port.Prefetch;
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
import java.util.List;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;

/**
 * One open transaction, its stores, and the commands that run in it one after the other. What they
 * save waits in the stores and is written by {@link #flush}, so that a command that failed is taken
 * back without asking the database.
 */
final class Session {
  private final Handle handle;
  private final Shop shop;
  private final Sources sources;
  private final Runnable heard;
  private final Immediate immediate;
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
  private final List<Staging> all;

  /**
   * Begins one.
   *
   * @param heard called after the commit where it had events
   */
  Session(Handle handle, Shop shop, Sources sources, Runnable heard) {
    this.handle = handle;
    this.shop = shop;
    this.sources = sources;
    this.heard = heard;
    immediate = new Immediate(handle);
    carts = new JdbiCarts(handle, outbox);
    orders = new JdbiOrders(handle, outbox, shop);
    fxOrders = new JdbiFxOrders(handle, outbox);
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
    stock = new JdbiStock(handle, outbox);
    products = new JdbiProducts(handle, outbox);
    warehouses = new JdbiWarehouses(handle, outbox);
    books = new JdbiBooks(handle);
    answers = new JdbiAnswers(handle, immediate, outbox::stamp);
    webhooks = new JdbiWebhooks(handle, outbox);
    stores = allStores();
    all = allStaging();
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
        new JdbiEvents(immediate),
        webhooks,
        new JdbiDeliveries(immediate),
        new JdbiMails(immediate));
  }

  private List<Staging> allStaging() {
    return List.of(
        answers,
        products,
        warehouses,
        promotions,
        promotionUsers,
        stock,
        carts,
        orders,
        reservations,
        payments,
        shipments,
        returns,
        wallets,
        holds,
        fxOrders,
        approvals,
        bankTransfers,
        escrows,
        books,
        webhooks,
        outbox);
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
    if (outbox.flush(handle, sources.ids())) {
      handle.afterCommit(heard);
    }
  }

  /** Reads what commands are known to get, before they run. */
  void prefetch(Prefetch rows) {
    rows.load(stores);
  }

  /** Runs one command; when it throws, nothing of it stays but its locks. */
  <R> R run(Actor actor, Function<UnitOfWork, R> work) {
    Instant now = sources.clock().instant().truncatedTo(ChronoUnit.MICROS);
    JdbiUnit unit = new JdbiUnit(actor, shop, sources, now, stores);
    outbox.begin(unit.stamp());
    immediate.wasUsed();
    try {
      R result = work.apply(unit);
      all.forEach(Staging::accept);
      return result;
    } catch (Throwable thrown) {
      all.forEach(Staging::undo);
      throw thrown;
    }
  }

  /**
   * Whether what the command that has just failed did can only be taken back with all the rest: the
   * database refused a statement, or some were run at once.
   */
  boolean isSpoiltBy(Throwable thrown) {
    return immediate.wasUsed() || thrown instanceof Conflict || Reads.cause(thrown).isPresent();
  }
}
