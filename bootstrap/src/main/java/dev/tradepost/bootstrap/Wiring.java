package dev.tradepost.bootstrap;

import dev.tradepost.application.UseCases;
import dev.tradepost.application.memory.SandboxProvider;
import dev.tradepost.application.port.Transactions;
import dev.tradepost.application.port.Views;
import dev.tradepost.application.process.PayOrder;
import dev.tradepost.application.process.SettlePayments;
import dev.tradepost.http.cart.CartRoutes;
import dev.tradepost.http.catalog.ProductRoutes;
import dev.tradepost.http.inventory.InventoryRoutes;
import dev.tradepost.http.order.BulkRoutes;
import dev.tradepost.http.order.OrderActionRoutes;
import dev.tradepost.http.order.OrderRoutes;
import dev.tradepost.http.payment.PaymentRoutes;
import dev.tradepost.http.shared.Api;
import dev.tradepost.http.shared.HttpServer;
import dev.tradepost.http.shared.Metrics;
import dev.tradepost.http.system.DocumentRoutes;
import dev.tradepost.http.system.OperationsRoutes;
import dev.tradepost.http.system.TokenRoutes;
import dev.tradepost.persistence.shared.Database;
import dev.tradepost.persistence.shared.JdbiTransactions;
import dev.tradepost.persistence.shared.JdbiViews;
import java.time.Clock;

/** The whole server, put together by hand; closing it answers what is in flight first. */
public final class Wiring implements AutoCloseable {
  private final Database database;
  private final HttpServer server;
  private final Jobs jobs;

  /**
   * Opens the database and starts to listen.
   *
   * @param demo whether the demo's goods are there and tokens are handed out
   */
  Wiring(Settings settings, boolean demo) {
    Clock clock = Clock.systemUTC();
    database = Database.open(settings.database());
    try {
      database.requireSound();
      Transactions transactions =
          new JdbiTransactions(
              database.jdbi(),
              database.dialect(),
              settings.shop(),
              JdbiTransactions.sources(clock));
      Views views = JdbiViews.over(database.jdbi(), settings.shop());
      Metrics metrics = new Metrics();
      UseCases useCases = new UseCases(transactions, metrics);
      SettlePayments settle = new SettlePayments(useCases, views.payments(), new SandboxProvider());
      if (demo) {
        DemoData.make(useCases, views, settings.shop().currency());
      }
      server =
          HttpServer.start(
              settings.host(),
              settings.port(),
              settings.tokens(),
              useCases,
              metrics,
              api -> {
                OperationsRoutes.install(api, database::reachable, metrics);
                DocumentRoutes.install(api);
                shop(api, settings, views, settle, new PayOrder(useCases, settle));
                if (demo) {
                  TokenRoutes.install(api, settings.tokens(), clock);
                }
              });
      jobs = new Jobs(useCases, settle, clock);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private static void shop(
      Api api, Settings settings, Views views, SettlePayments settle, PayOrder payOrder) {
    ProductRoutes.install(api, views.products(), settings.shop().currency());
    InventoryRoutes.install(api, views.inventory());
    CartRoutes.install(api, views.carts());
    OrderRoutes.install(api, views.orders(), settings.shop());
    BulkRoutes.install(api);
    OrderActionRoutes.install(api, settle);
    PaymentRoutes.install(api, views.orders(), views.payments(), payOrder);
  }

  int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
    jobs.close();
    database.close();
  }
}
