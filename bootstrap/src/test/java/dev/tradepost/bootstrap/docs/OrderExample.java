package dev.tradepost.bootstrap.docs;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Role;
import dev.tradepost.application.Shop;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.UseCases;
import dev.tradepost.application.catalog.AddProduct;
import dev.tradepost.application.fulfilment.DecideReturn;
import dev.tradepost.application.fulfilment.MoveShipment;
import dev.tradepost.application.fulfilment.PlanFulfilment;
import dev.tradepost.application.fulfilment.ReceiveReturn;
import dev.tradepost.application.fulfilment.RefundReturn;
import dev.tradepost.application.fulfilment.RequestReturn;
import dev.tradepost.application.inventory.CountStock;
import dev.tradepost.application.inventory.OpenWarehouse;
import dev.tradepost.application.order.CancelItems;
import dev.tradepost.application.order.OrderPlacement;
import dev.tradepost.application.order.OrderView;
import dev.tradepost.application.order.PlaceOrder;
import dev.tradepost.application.order.RefundOrder;
import dev.tradepost.application.order.TimelineEntry;
import dev.tradepost.application.payment.PayFromWallet;
import dev.tradepost.application.port.Proof;
import dev.tradepost.application.port.Sources;
import dev.tradepost.application.port.UseCaseObserver;
import dev.tradepost.application.port.Views;
import dev.tradepost.application.wallet.AddMoney;
import dev.tradepost.application.wallet.CreateWallet;
import dev.tradepost.application.wallet.StatedAmount;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.fulfilment.ShipmentAction;
import dev.tradepost.domain.inventory.Stock;
import dev.tradepost.domain.inventory.StockId;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.ReturnId;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.shared.WarehouseId;
import dev.tradepost.persistence.shared.Database;
import dev.tradepost.persistence.shared.JdbiTransactions;
import dev.tradepost.persistence.shared.JdbiViews;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;

/** Walks one order through its whole life on a real database and tells what it left there. */
final class OrderExample {
  private static final Currency USD = Currency.getInstance("USD");
  private static final Actor CLERK = new Actor(new UserId("clerk"), Role.STAFF);
  private static final Actor ANN = new Actor(new UserId("ann"), Role.CUSTOMER);
  private static final OptionalLong ANY = OptionalLong.empty();
  private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
  private static final ProductId MUG = new ProductId("mug");
  private static final WarehouseId MAIN = new WarehouseId("main");
  private static final WarehouseId EAST = new WarehouseId("east");

  private final UseCases useCases;
  private final Views views;
  private final StringBuilder page = new StringBuilder();
  private OrderId order;

  private OrderExample(Database database) {
    AtomicLong lastId = new AtomicLong();
    Shop shop = Shop.standard(USD);
    Sources sources =
        new Sources(
            Clock.fixed(NOON, ZoneOffset.UTC),
            () -> new UUID(0x7000, lastId.incrementAndGet()),
            new Random(1));
    useCases =
        new UseCases(
            new JdbiTransactions(database.jdbi(), database.dialect(), shop, sources),
            UseCaseObserver.NONE);
    views = JdbiViews.over(database.jdbi(), shop);
  }

  /** What stood in the database after each step, and the order's timeline, as two tables. */
  static String tables(Path directory) {
    Database.Location location = Database.Location.embedded(directory.resolve("example"), 2);
    try (Database database = Database.open(location)) {
      OrderExample example = new OrderExample(database);
      example.play();
      if (!database.proof().run().stream().allMatch(Proof.Check::ok)) {
        throw new AssertionError("the example is not sound");
      }
      return example.page.toString();
    }
  }

  private <R> R clerk(UseCase<R> useCase) {
    return useCases.execute(CLERK, useCase);
  }

  private <R> R ann(UseCase<R> useCase) {
    return useCases.execute(ANN, useCase);
  }

  private static List<OrderPlacement.Item> mugs(int quantity) {
    return List.of(new OrderPlacement.Item(MUG, quantity));
  }

  private void play() {
    open();
    page.append("| step | order | paid | total | main | east | Ann's wallet |\n");
    page.append("|---|---|---|---:|---:|---:|---:|\n");
    order = ann(new PlaceOrder(Optional.empty(), mugs(5), Optional.of("fulfilment"))).order().id();
    row("Ann orders 5 mugs");
    ann(new PayFromWallet(order, Optional.empty(), Optional.empty(), ANY));
    row("she pays");
    ann(new CancelItems(order, mugs(1), Optional.of("One is chipped"), ANY));
    row("she cancels 1");
    clerk(new PlanFulfilment(order, ANY));
    row("2 shipments are planned");
    send();
    giveBack();
    clerk(new RefundOrder(order, new BigDecimal("5"), "Sorry for the wait", ANY));
    row("5 dollars for goodwill");
    timeline();
  }

  private void open() {
    WalletId wallet = ann(new CreateWallet(Optional.empty(), Optional.empty())).id();
    StatedAmount money = new StatedAmount(new BigDecimal("200"), Optional.empty());
    clerk(new AddMoney(wallet, money, Optional.empty()));
    clerk(new OpenWarehouse(Optional.of(MAIN), "Main"));
    clerk(new OpenWarehouse(Optional.of(EAST), "East"));
    Money price = Money.of("33.33", "USD");
    clerk(new AddProduct(Optional.of(MUG), "Mug", price, Optional.empty()));
    clerk(new CountStock(new StockId(MUG, MAIN), 3));
    clerk(new CountStock(new StockId(MUG, EAST), 4));
  }

  private void send() {
    for (Shipment shipment : view().shipments()) {
      clerk(new MoveShipment(shipment.id(), ShipmentAction.SHIP));
      row("the one from " + shipment.warehouseId() + " leaves");
    }
    view().shipments().forEach(it -> clerk(new MoveShipment(it.id(), ShipmentAction.DELIVER)));
    row("both arrive");
  }

  private void giveBack() {
    ReturnId back = ann(new RequestReturn(order, mugs(2), "Too many")).id();
    clerk(new DecideReturn(back, true));
    row("2 may come back");
    List<ReceiveReturn.Part> parts =
        List.of(new ReceiveReturn.Part(MUG, 1, false), new ReceiveReturn.Part(MUG, 1, true));
    clerk(new ReceiveReturn(back, Optional.of(parts), true));
    row("they do, 1 of them broken");
    clerk(new RefundReturn(back, Optional.empty()));
    row("they are repaid");
  }

  private OrderView view() {
    return views.orders().find(order, CLERK).orElseThrow();
  }

  private void row(String step) {
    var now = view().order();
    page.append(
        "| %s | %s | %s | %s | %s | %s | %s |%n"
            .formatted(
                step,
                now.status(),
                now.moneyState(),
                now.amounts().total(),
                stock(MAIN),
                stock(EAST),
                views
                    .wallets()
                    .ofUser(ANN.userId(), NOON)
                    .orElseThrow()
                    .wallet()
                    .balance(USD)
                    .total())
            .replace("\r", ""));
  }

  private String stock(WarehouseId warehouse) {
    Stock stock =
        views.inventory().find(MUG).orElseThrow().stocks().stream()
            .filter(it -> it.id().warehouse().equals(warehouse))
            .findFirst()
            .orElseThrow();
    return stock.onHand() + " / " + stock.reserved();
  }

  private void timeline() {
    page.append("\n| from | to | action | reason |\n|---|---|---|---|\n");
    page.append(
        views.orders().timeline(order, CLERK).stream()
            .map(OrderExample::line)
            .collect(Collectors.joining()));
  }

  private static String line(TimelineEntry entry) {
    return "| %s | %s | %s | %s |\n"
        .formatted(entry.from().orElse(""), entry.to(), entry.action().orElse(""), entry.reason());
  }
}
