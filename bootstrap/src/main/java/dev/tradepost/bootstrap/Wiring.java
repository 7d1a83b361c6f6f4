package dev.tradepost.bootstrap;

import dev.tradepost.application.UseCases;
import dev.tradepost.application.memory.SandboxBank;
import dev.tradepost.application.memory.SandboxProvider;
import dev.tradepost.application.port.Transactions;
import dev.tradepost.application.port.UseCaseObserver;
import dev.tradepost.application.port.Views;
import dev.tradepost.application.process.ExpireDueHolds;
import dev.tradepost.application.process.MoveThroughBank;
import dev.tradepost.application.process.PayOrder;
import dev.tradepost.application.process.RelayEvents;
import dev.tradepost.application.process.SendMoney;
import dev.tradepost.application.process.SettleBankTransfers;
import dev.tradepost.application.process.SettlePayments;
import dev.tradepost.application.wallet.WalletViews;
import dev.tradepost.http.cart.CartRoutes;
import dev.tradepost.http.catalog.ProductRoutes;
import dev.tradepost.http.inventory.InventoryRoutes;
import dev.tradepost.http.live.EventRoutes;
import dev.tradepost.http.live.LiveOrders;
import dev.tradepost.http.live.LiveRoutes;
import dev.tradepost.http.order.BulkRoutes;
import dev.tradepost.http.order.FxOrderRoutes;
import dev.tradepost.http.order.OrderActionRoutes;
import dev.tradepost.http.order.OrderRoutes;
import dev.tradepost.http.payment.PaymentRoutes;
import dev.tradepost.http.shared.Api;
import dev.tradepost.http.shared.HttpServer;
import dev.tradepost.http.shared.Metrics;
import dev.tradepost.http.system.DocumentRoutes;
import dev.tradepost.http.system.OperationsRoutes;
import dev.tradepost.http.system.TokenRoutes;
import dev.tradepost.http.system.VerifyRoutes;
import dev.tradepost.http.wallet.BankRoutes;
import dev.tradepost.http.wallet.HistoryRoutes;
import dev.tradepost.http.wallet.HoldRoutes;
import dev.tradepost.http.wallet.TransferRoutes;
import dev.tradepost.http.wallet.WalletRoutes;
import dev.tradepost.http.wallet.WalletStaffRoutes;
import dev.tradepost.persistence.shared.Database;
import dev.tradepost.persistence.shared.JdbiTransactions;
import dev.tradepost.persistence.shared.JdbiViews;
import java.time.Clock;

/** The whole server, put together by hand; closing it answers what is in flight first. */
public final class Wiring implements AutoCloseable {
  private final Database database;
  private final HttpServer server;
  private final Relay relay = new Relay();
  private final LiveOrders live;
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
      UseCases useCases = new UseCases(relay.watching(transactions), metrics);
      SettlePayments settle = new SettlePayments(useCases, views.payments(), new SandboxProvider());
      SettleBankTransfers bank =
          new SettleBankTransfers(useCases, views.wallets(), new SandboxBank());
      if (demo) {
        DemoData.make(useCases, views, settings.shop().currency());
      }
      live = new LiveOrders(views.events(), clock);
      server =
          HttpServer.start(
              settings.host(),
              settings.port(),
              settings.tokens(),
              useCases,
              metrics,
              api -> {
                OperationsRoutes.install(api, database::reachable, metrics);
                VerifyRoutes.install(api, database.proof());
                DocumentRoutes.install(api);
                shop(api, settings, views, settle, new PayOrder(useCases, settle));
                wallets(
                    api,
                    views.wallets(),
                    clock,
                    new SendMoney(useCases, new LoggedMessages(demo)),
                    new MoveThroughBank(useCases, views.wallets(), bank));
                EventRoutes.install(api, views.events());
                LiveRoutes.install(api, live, settings.tokens(), settings.origins());
                if (demo) {
                  TokenRoutes.install(api, settings.tokens(), clock);
                }
              });
      ExpireDueHolds holds = new ExpireDueHolds(useCases, views.wallets());
      jobs = new Jobs(useCases, settle, bank, holds, clock);
      // Beside the watched transactions: a turn of the relay must not wake the relay.
      UseCases unwatched = new UseCases(transactions, UseCaseObserver.NONE);
      relay.start(new RelayEvents(unwatched, views.events(), live::accept));
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
    OrderRoutes.install(api, views.orders(), views.fxOrders(), settings.shop());
    FxOrderRoutes.install(api, settings.shop().instruments());
    BulkRoutes.install(api);
    OrderActionRoutes.install(api, settle);
    PaymentRoutes.install(api, views.orders(), views.payments(), payOrder);
  }

  private static void wallets(
      Api api, WalletViews views, Clock clock, SendMoney sendMoney, MoveThroughBank bank) {
    WalletRoutes.install(api, views, clock);
    WalletStaffRoutes.install(api);
    HistoryRoutes.install(api, views, clock);
    TransferRoutes.install(api, views, sendMoney);
    HoldRoutes.install(api, views, clock);
    BankRoutes.install(api, views, bank);
  }

  int port() {
    return server.port();
  }

  @Override
  public void close() {
    live.close();
    server.close();
    jobs.close();
    relay.close();
    database.close();
  }
}
