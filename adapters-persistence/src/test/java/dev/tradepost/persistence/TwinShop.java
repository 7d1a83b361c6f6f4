package dev.tradepost.persistence;

import dev.tradepost.application.Actor;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.UseCases;
import dev.tradepost.application.cart.AddToCart;
import dev.tradepost.application.cart.CheckOut;
import dev.tradepost.application.catalog.AddProduct;
import dev.tradepost.application.contract.TestClock;
import dev.tradepost.application.fulfilment.DecideReturn;
import dev.tradepost.application.fulfilment.MoveShipment;
import dev.tradepost.application.fulfilment.PlanFulfilment;
import dev.tradepost.application.fulfilment.ReceiveReturn;
import dev.tradepost.application.fulfilment.RefundReturn;
import dev.tradepost.application.fulfilment.RequestReturn;
import dev.tradepost.application.inventory.CountStock;
import dev.tradepost.application.inventory.OpenWarehouse;
import dev.tradepost.application.memory.InMemory;
import dev.tradepost.application.order.CancelItems;
import dev.tradepost.application.order.CancelOrder;
import dev.tradepost.application.order.EditOrder;
import dev.tradepost.application.order.OrderPlacement.Item;
import dev.tradepost.application.order.OrderView;
import dev.tradepost.application.order.PlaceOrder;
import dev.tradepost.application.order.RefundOrder;
import dev.tradepost.application.order.ShipOrder;
import dev.tradepost.application.payment.PayFromWallet;
import dev.tradepost.application.port.Transactions;
import dev.tradepost.application.port.UseCaseObserver;
import dev.tradepost.application.port.Views;
import dev.tradepost.application.process.QueueNotices;
import dev.tradepost.application.wallet.AddMoney;
import dev.tradepost.application.wallet.CreateWallet;
import dev.tradepost.application.wallet.StatedAmount;
import dev.tradepost.application.wallet.TransferMoney;
import dev.tradepost.domain.fulfilment.Return;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.fulfilment.ShipmentAction;
import dev.tradepost.domain.inventory.StockId;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.shared.WarehouseId;
import dev.tradepost.persistence.shared.JdbiTransactions;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.stream.Stream;

/** A small shop of which there are two: the same steps must bring both to the same state. */
final class TwinShop {
  private static final OptionalLong ANY = OptionalLong.empty();
  private static final WarehouseId NORTH = new WarehouseId("north");
  private static final List<ProductId> PRODUCTS =
      List.of(new ProductId("mug"), new ProductId("pen"));

  private final Transactions transactions;
  private final Views views;
  private final List<OrderId> orders = new ArrayList<>();
  private final List<WalletId> wallets = new ArrayList<>();

  TwinShop(Transactions transactions, Views views) {
    this.transactions = transactions;
    this.views = views;
    furnish(new UseCases(transactions, UseCaseObserver.NONE));
  }

  static TwinShop inMemory() {
    InMemory memory = new InMemory(OneShop.SHOP, JdbiTransactions.sources(new TestClock()));
    return new TwinShop(memory, memory.views());
  }

  /** One thing to do, in words that mean the same in both shops. */
  record Step(int what, int which, int count) {
    private static final int KINDS = 18;

    static Step any(Random random) {
      return new Step(random.nextInt(KINDS), random.nextInt(1 << 20), 1 + random.nextInt(4));
    }
  }

  /** A step as this shop's own command. */
  record Command(Actor actor, UseCase<?> useCase) {}

  private void furnish(UseCases useCases) {
    for (WarehouseId id : List.of(OneShop.MAIN, NORTH)) {
      useCases.execute(OneShop.CLERK, new OpenWarehouse(Optional.of(id), id.value()));
    }
    for (ProductId id : PRODUCTS) {
      Money price = Money.of("33.33", "USD");
      useCases.execute(
          OneShop.CLERK, new AddProduct(Optional.of(id), id.value(), price, Optional.empty()));
      useCases.execute(OneShop.CLERK, new CountStock(new StockId(id, OneShop.MAIN), 12));
      useCases.execute(OneShop.CLERK, new CountStock(new StockId(id, NORTH), 9));
    }
    for (Actor owner : List.of(OneShop.ALICE, OneShop.CLERK)) {
      WalletId id =
          useCases.execute(owner, new CreateWallet(Optional.empty(), Optional.empty())).id();
      useCases.execute(owner, new AddMoney(id, dollars(900), Optional.empty()));
      wallets.add(id);
    }
    for (int i = 0; i < 3; i++) {
      remember(useCases.execute(OneShop.ALICE, placing(i)));
    }
  }

  Transactions transactions() {
    return transactions;
  }

  /** Notes the orders that were placed, in the order of the steps that placed them. */
  void remember(Object result) {
    if (result instanceof OrderView view && !orders.contains(view.order().id())) {
      orders.add(view.order().id());
    }
  }

  /** The commands of these steps, for things as they stand before the first of them. */
  List<Command> commands(List<Step> steps) {
    return steps.stream().map(this::command).toList();
  }

  private Command command(Step step) {
    int recent = Math.max(0, orders.size() - 4);
    OrderId id = orders.get(recent + step.which % (orders.size() - recent));
    List<Item> some = List.of(item(step));
    return switch (step.what) {
      case 0 -> alice(placing(step.which));
      case 1, 2, 3 -> alice(new PayFromWallet(id, Optional.empty(), Optional.empty(), ANY));
      case 4 -> alice(new CancelOrder(id, Optional.empty(), ANY));
      case 5, 6 -> alice(new CancelItems(id, some, Optional.empty(), ANY));
      case 7 -> clerk(new PlanFulfilment(id, ANY));
      case 8 ->
          clerk(new ShipOrder(id, Optional.of(some), Optional.empty(), Optional.empty(), ANY));
      case 9, 10 -> moving(step, id);
      case 11 -> alice(new RequestReturn(id, some, "Too loud"));
      case 12 -> returning(step, id);
      case 13 -> clerk(new RefundOrder(id, BigDecimal.valueOf(step.count), "Sorry", ANY));
      case 14 ->
          alice(
              new TransferMoney(
                  wallets.get(step.which % 2),
                  wallets.get(1 - step.which / 2 % 2),
                  dollars(step.count * 40L),
                  Optional.empty()));
      case 15 ->
          alice(new EditOrder(id, some, Optional.empty(), Optional.empty(), Optional.empty(), ANY));
      case 16 ->
          step.which % 2 == 0
              ? alice(new AddToCart(some.get(0).productId(), step.count, ANY))
              : alice(new CheckOut(Optional.empty(), Optional.empty(), ANY));
      default ->
          step.which % 2 == 0
              ? clerk(new CountStock(new StockId(item(step).productId(), NORTH), 6 + step.count))
              : new Command(Actor.system(), new QueueNotices(step.count * 20));
    };
  }

  private static PlaceOrder placing(int which) {
    List<Item> items =
        List.of(new Item(PRODUCTS.get(0), 1 + which % 5), new Item(PRODUCTS.get(1), 2));
    return new PlaceOrder(
        Optional.empty(), items, Optional.of(which % 3 == 0 ? "direct" : "fulfilment"));
  }

  private static Item item(Step step) {
    return new Item(PRODUCTS.get(step.which % PRODUCTS.size()), step.count);
  }

  private Command moving(Step step, OrderId id) {
    List<Shipment> shipments = shipments(id);
    if (shipments.isEmpty()) {
      return clerk(new PlanFulfilment(id, ANY));
    }
    Shipment shipment = shipments.get(step.which % shipments.size());
    return clerk(
        new MoveShipment(
            shipment.id(),
            shipment.shippedAt().isEmpty() ? ShipmentAction.SHIP : ShipmentAction.DELIVER));
  }

  private Command returning(Step step, OrderId id) {
    List<Return> returns = views.fulfilment().returnsOf(id);
    if (returns.isEmpty()) {
      return alice(new RequestReturn(id, List.of(item(step)), "Too loud"));
    }
    Return it = returns.get(step.which % returns.size());
    return switch (it.status()) {
      case REQUESTED -> clerk(new DecideReturn(it.id(), step.which % 4 > 0));
      case APPROVED -> clerk(new ReceiveReturn(it.id(), Optional.empty(), step.which % 2 == 0));
      default -> clerk(new RefundReturn(it.id(), Optional.empty()));
    };
  }

  private static Command alice(UseCase<?> useCase) {
    return new Command(OneShop.ALICE, useCase);
  }

  private static Command clerk(UseCase<?> useCase) {
    return new Command(OneShop.CLERK, useCase);
  }

  private static StatedAmount dollars(long dollars) {
    return new StatedAmount(BigDecimal.valueOf(dollars), Optional.empty());
  }

  private List<Shipment> shipments(OrderId id) {
    return views.orders().find(id, OneShop.CLERK).orElseThrow().shipments();
  }

  /** How everything stands, without the ids. */
  List<Object> state() {
    Stream<Object> goods = PRODUCTS.stream().map(id -> views.inventory().find(id).orElseThrow());
    Stream<Object> money =
        wallets.stream()
            .map(id -> views.wallets().find(id, OneShop.CLERK, Instant.EPOCH).orElseThrow())
            .map(it -> it.wallet().balances());
    return Stream.of(goods, money, orders.stream().flatMap(this::state)).flatMap(it -> it).toList();
  }

  private Stream<Object> state(OrderId id) {
    Order order = views.orders().find(id, OneShop.CLERK).orElseThrow().order();
    Stream<Object> parcels =
        shipments(id).stream()
            .map(it -> List.of(it.warehouseId(), it.status(), it.items(), it.version()));
    Stream<Object> returns =
        views.fulfilment().returnsOf(id).stream()
            .map(it -> List.of(it.status(), it.items(), it.refunded(), it.version()));
    Stream<Object> moves =
        views.orders().timeline(id, OneShop.CLERK).stream()
            .map(it -> List.of(it.seq(), it.to(), it.reason(), it.actor()));
    return Stream.of(
            Stream.<Object>of(order.status(), order.lines(), order.amounts(), order.moneyState()),
            parcels,
            returns,
            moves)
        .flatMap(it -> it);
  }
}
