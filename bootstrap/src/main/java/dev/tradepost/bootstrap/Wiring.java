package dev.tradepost.bootstrap;

import dev.tradepost.application.Shop;
import dev.tradepost.application.UseCases;
import dev.tradepost.application.memory.SandboxBank;
import dev.tradepost.application.memory.SandboxCarrier;
import dev.tradepost.application.memory.SandboxProvider;
import dev.tradepost.application.port.Transactions;
import dev.tradepost.application.port.UseCaseObserver;
import dev.tradepost.application.port.Views;
import dev.tradepost.application.process.ExpireDueHolds;
import dev.tradepost.application.process.ExpireReservations;
import dev.tradepost.application.process.MoveThroughBank;
import dev.tradepost.application.process.NoticeEvents;
import dev.tradepost.application.process.OpenWebhook;
import dev.tradepost.application.process.PayOrder;
import dev.tradepost.application.process.PlaceInParts;
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
import dev.tradepost.http.order.CarrierRoutes;
import dev.tradepost.http.order.EditRoutes;
import dev.tradepost.http.order.FulfilmentRoutes;
import dev.tradepost.http.order.FxOrderRoutes;
import dev.tradepost.http.order.LifecycleRoutes;
import dev.tradepost.http.order.OrderActionRoutes;
import dev.tradepost.http.order.OrderRefunds;
import dev.tradepost.http.order.OrderRoutes;
import dev.tradepost.http.order.ReturnRoutes;
import dev.tradepost.http.payment.PaymentRoutes;
import dev.tradepost.http.promotion.PromotionRoutes;
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
import dev.tradepost.http.webhook.WebhookRoutes;
import dev.tradepost.persistence.shared.Database;
import dev.tradepost.persistence.shared.JdbiTransactions;
import dev.tradepost.persistence.shared.JdbiViews;
import dev.tradepost.persistence.shared.KnownLifecycles;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** The whole server, put together by hand; closing it answers what is in flight first. */
public final class Wiring implements AutoCloseable {
  private final Database database;
  private final HttpServer server;
  private final LiveOrders live;

  /** Woken by this node's commits; it looks every now and then because other nodes commit too. */
  private final Loop relay = new Loop("relay", Duration.ofMillis(100));

  private final Loop notices = new Loop("notices", Duration.ofMillis(50));
  private final Dispatch dispatch;
  private final Mailing mailing = new Mailing();
  private final Carrying carrying = new Carrying();
  private final Jobs jobs;

  /**
   * Opens the database and starts to listen.
   *
   * @param demo whether the demo's goods are there and tokens are handed out
   */
  Wiring(Settings settings, boolean demo) {
    this(settings, demo, Clock.systemUTC());
  }

  /** The same by a clock of the caller's, which tokens do not go by. */
  Wiring(Settings settings, boolean demo, Clock clock) {
    database = Database.open(settings.database());
    try {
      database.requireSound();
      requireLifecycles(settings.shop());
      Inside inside = Inside.of(settings, database, relay, clock);
      dispatch = new Dispatch(settings.webhookHosts(), inside.clock);
      live = new LiveOrders(inside.views.events(), inside.clock);
      if (demo) {
        DemoData.make(inside.useCases, inside.views, settings.shop().currency());
      }
      server =
          HttpServer.start(
              settings.host(),
              settings.port(),
              settings.tokens(),
              inside.useCases,
              inside.metrics,
              api -> install(api, settings, inside, demo));
      startSending(settings, inside);
      jobs =
          new Jobs(
              inside.useCases,
              inside.settle,
              inside.bank,
              inside.holds(),
              inside.reservations(),
              inside.clock);
    } catch (RuntimeException e) {
      database.close();
      throw e;
    }
  }

  private void startSending(Settings settings, Inside inside) {
    RelayEvents events = new RelayEvents(inside.views.events(), live::accept);
    relay.start(events::turn);
    notices.start(inside.notices(this::queued)::turn);
    dispatch.start(inside.useCases, inside.views.webhooks(), inside.clock);
    settings.mail().ifPresent(it -> mailing.start(it, inside.useCases, inside.views, inside.clock));
    settings
        .carrier()
        .map(it -> new SandboxCarrier(inside.clock, it.pace()))
        .ifPresent(it -> carrying.start(it, inside.useCases, inside.views.fulfilment()));
  }

  private void queued() {
    dispatch.wake();
    mailing.wake();
  }

  /** Refuses to start where orders stand that could not be read. */
  private void requireLifecycles(Shop shop) {
    List<String> problems =
        KnownLifecycles.unreadable(database.jdbi(), shop).stream()
            .map(
                place ->
                    shop.lifecycles().containsKey(place.lifecycle())
                        ? "the database holds orders in state %s of the lifecycle %s: put it back"
                            .formatted(place.status(), place.lifecycle())
                        : "the database holds orders under the lifecycle %s: name the file with it"
                            .formatted(place.lifecycle()))
            .distinct()
            .map(Setting.LIFECYCLES::problem)
            .toList();
    if (!problems.isEmpty()) {
      throw new Settings.Invalid(problems);
    }
  }

  /** What stands between the database and the routes. */
  private record Inside(
      Clock clock,
      Transactions transactions,
      Views views,
      Metrics metrics,
      UseCases useCases,
      SettlePayments settle,
      SettleBankTransfers bank) {

    static Inside of(Settings settings, Database database, Loop relay, Clock clock) {
      Transactions transactions =
          settings
              .commit()
              .over(
                  database.jdbi(),
                  database.dialect(),
                  settings.shop(),
                  JdbiTransactions.sources(clock),
                  relay::wake);
      Views views = JdbiViews.over(database.jdbi(), settings.shop());
      Metrics metrics = new Metrics();
      UseCases useCases = new UseCases(transactions, metrics);
      return new Inside(
          clock,
          transactions,
          views,
          metrics,
          useCases,
          new SettlePayments(useCases, views.payments(), new SandboxProvider()),
          new SettleBankTransfers(useCases, views.wallets(), new SandboxBank()));
    }

    /** Unobserved: it looks for events all the time. */
    NoticeEvents notices(Runnable queued) {
      UseCases unobserved = new UseCases(transactions, UseCaseObserver.NONE);
      return new NoticeEvents(unobserved, views.events(), queued);
    }

    ExpireReservations reservations() {
      return new ExpireReservations(useCases, views.fulfilment());
    }

    ExpireDueHolds holds() {
      return new ExpireDueHolds(useCases, views.wallets());
    }
  }

  private void install(Api api, Settings settings, Inside inside, boolean demo) {
    OperationsRoutes.install(api, database::reachable, inside.metrics);
    VerifyRoutes.install(api, database.proof());
    DocumentRoutes.install(api);
    shop(api, settings.shop(), inside);
    wallets(api, inside, demo);
    EventRoutes.install(api, inside.views.events());
    LiveRoutes.install(api, live, settings.tokens(), settings.origins());
    OpenWebhook openWebhook = new OpenWebhook(inside.useCases, dispatch.receivers());
    WebhookRoutes.install(api, inside.views.webhooks(), openWebhook);
    if (demo) {
      TokenRoutes.install(api, settings.tokens(), inside.clock);
    }
  }

  private static void shop(Api api, Shop shop, Inside inside) {
    Views views = inside.views;
    ProductRoutes.install(api, views.products(), shop.currency());
    PromotionRoutes.install(api, views.promotions(), shop.currency());
    InventoryRoutes.install(api, views.inventory());
    CartRoutes.install(api, views.carts());
    OrderRoutes.install(api, views.orders(), views.fxOrders(), shop);
    FxOrderRoutes.install(api, shop.instruments());
    LifecycleRoutes.install(api, shop);
    BulkRoutes.install(api, new PlaceInParts(inside.useCases));
    OrderRefunds refunds = new OrderRefunds(inside.settle);
    OrderActionRoutes.install(api, refunds);
    EditRoutes.install(api, refunds);
    FulfilmentRoutes.install(api, views.fulfilment());
    CarrierRoutes.install(api);
    ReturnRoutes.install(api, views.orders(), views.fulfilment(), refunds);
    PayOrder payOrder = new PayOrder(inside.useCases, inside.settle);
    PaymentRoutes.install(api, views.orders(), views.payments(), payOrder);
  }

  private static void wallets(Api api, Inside inside, boolean demo) {
    WalletViews views = inside.views.wallets();
    WalletRoutes.install(api, views, inside.clock);
    WalletStaffRoutes.install(api);
    HistoryRoutes.install(api, views, inside.clock);
    HoldRoutes.install(api, views, inside.clock);
    SendMoney sendMoney = new SendMoney(inside.useCases, new LoggedMessages(demo));
    TransferRoutes.install(api, views, sendMoney);
    MoveThroughBank bank = new MoveThroughBank(inside.useCases, views, inside.bank);
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
    notices.close();
    dispatch.close();
    mailing.close();
    carrying.close();
    database.close();
  }
}
