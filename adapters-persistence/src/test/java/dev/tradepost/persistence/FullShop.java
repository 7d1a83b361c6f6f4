package dev.tradepost.persistence;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Role;
import dev.tradepost.application.Shop;
import dev.tradepost.application.UseCases;
import dev.tradepost.application.contract.Cashier;
import dev.tradepost.application.contract.TestClock;
import dev.tradepost.application.fulfilment.DecideReturn;
import dev.tradepost.application.fulfilment.MoveShipment;
import dev.tradepost.application.fulfilment.ReceiveReturn;
import dev.tradepost.application.fulfilment.RefundReturn;
import dev.tradepost.application.fulfilment.RequestReturn;
import dev.tradepost.application.memory.SandboxBank;
import dev.tradepost.application.memory.SandboxProvider;
import dev.tradepost.application.order.CancelItems;
import dev.tradepost.application.order.CancelOrder;
import dev.tradepost.application.order.DeliverOrder;
import dev.tradepost.application.order.EditOrder;
import dev.tradepost.application.order.OrderPlacement;
import dev.tradepost.application.order.OrderView;
import dev.tradepost.application.order.PlaceOrder;
import dev.tradepost.application.order.RefundOrder;
import dev.tradepost.application.order.ShipOrder;
import dev.tradepost.application.payment.PayFromWallet;
import dev.tradepost.application.port.UseCaseObserver;
import dev.tradepost.application.process.SettleBankTransfers;
import dev.tradepost.application.trade.AddTrade;
import dev.tradepost.application.trade.PlaceFxOrder;
import dev.tradepost.application.wallet.AddMoney;
import dev.tradepost.application.wallet.CaptureHold;
import dev.tradepost.application.wallet.ConvertMoney;
import dev.tradepost.application.wallet.CreateWallet;
import dev.tradepost.application.wallet.HoldMoney;
import dev.tradepost.application.wallet.RequestBankTransfer;
import dev.tradepost.application.wallet.StatedAmount;
import dev.tradepost.application.wallet.TransferMoney;
import dev.tradepost.application.wallet.TransferOutcome;
import dev.tradepost.domain.fulfilment.ShipmentAction;
import dev.tradepost.domain.order.Address;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.shared.HoldId;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.ReturnId;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.trade.FxOrder;
import dev.tradepost.domain.trade.OrderType;
import dev.tradepost.domain.trade.Pair;
import dev.tradepost.domain.trade.Settlement;
import dev.tradepost.domain.trade.Side;
import dev.tradepost.domain.wallet.BankTransfer;
import dev.tradepost.domain.wallet.BankTransferId;
import dev.tradepost.domain.wallet.WalletPolicy;
import dev.tradepost.persistence.shared.Database;
import dev.tradepost.persistence.shared.JdbiTransactions;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jdbi.v3.core.statement.Update;

/** A shop in which everything has happened at least once, for those who then break its data. */
final class FullShop {
  private static final Actor BOB = new Actor(new UserId("bob"), Role.CUSTOMER);
  private static final OptionalLong ANY_VERSION = OptionalLong.empty();

  private final OneShop shop;
  private final Map<String, Object> named = new TreeMap<>();

  private FullShop(OneShop shop) {
    this.shop = shop;
  }

  /** Everything, through use cases, into this empty database. */
  static FullShop in(Database database) {
    Shop rules =
        new Shop(
            OneShop.SHOP.currency(),
            OneShop.SHOP.lifecycles(),
            OneShop.SHOP.orderLifecycle(),
            OneShop.SHOP.checkoutLifecycle(),
            Optional.empty(),
            waitingAbove(Money.of("2000", "USD")),
            OneShop.SHOP.instruments());
    JdbiStorage storage =
        JdbiStorage.over(
            database.jdbi(), database.dialect(), rules, JdbiTransactions.sources(new TestClock()));
    FullShop full =
        new FullShop(
            new OneShop(storage, new UseCases(storage.transactions(), UseCaseObserver.NONE)));
    full.shop.furnish(2);
    full.fillWallets();
    full.takeOrders();
    full.takeAnOrderApart();
    full.changeAnOrder();
    full.name("byCoupon", ShopCoupons.take(full.shop));
    full.trade();
    return full;
  }

  private static WalletPolicy waitingAbove(Money money) {
    WalletPolicy standard = WalletPolicy.standard();
    return new WalletPolicy(
        standard.zone(),
        standard.limits(),
        Optional.of(money),
        standard.fraudRules(),
        standard.rates());
  }

  private void fillWallets() {
    WalletId alice = wallet("alice", OneShop.ALICE, 10_000);
    WalletId bob = wallet("bob", BOB, 500);
    transfer(OneShop.ALICE, alice, bob, 100);
    transfer(BOB, bob, alice, 40);
    shop.execute(
        OneShop.ALICE,
        new ConvertMoney(
            alice, Money.currency("USD"), Money.currency("EUR"), BigDecimal.valueOf(100)));
    capture(hold(alice, 30), Optional.empty());
    HoldId open = hold(alice, 50);
    capture(open, Optional.of(BigDecimal.TEN));
    named.put("openHold", open.value());
    require(transfer(OneShop.ALICE, alice, bob, 2_500) instanceof TransferOutcome.Waiting);
    withdraw(alice);
  }

  private WalletId wallet(String name, Actor owner, int dollars) {
    WalletId id = shop.execute(owner, new CreateWallet(Optional.empty(), Optional.empty())).id();
    shop.execute(owner, new AddMoney(id, dollars(dollars), Optional.of("salary")));
    named.put(name, id.value());
    return id;
  }

  private TransferOutcome transfer(Actor payer, WalletId from, WalletId to, int dollars) {
    return shop.execute(payer, new TransferMoney(from, to, dollars(dollars), Optional.empty()));
  }

  private HoldId hold(WalletId wallet, int dollars) {
    return shop.execute(
            OneShop.ALICE, new HoldMoney(wallet, dollars(dollars), "Deposit", Optional.empty()))
        .id();
  }

  private void capture(HoldId hold, Optional<BigDecimal> amount) {
    shop.execute(OneShop.ALICE, new CaptureHold(hold, amount));
  }

  /** A withdrawal that the bank could not be reached for, and that is to be sent again. */
  private void withdraw(WalletId wallet) {
    BankTransferId id =
        shop.execute(
            OneShop.ALICE,
            new RequestBankTransfer(
                wallet, BankTransfer.Direction.WITHDRAWAL, dollars(200), "timeout"));
    new SettleBankTransfers(shop.useCases(), shop.storage().views().wallets(), new SandboxBank())
        .start(id);
    require(
        shop.storage()
            .views()
            .wallets()
            .bankTransfer(id, OneShop.ALICE)
            .orElseThrow()
            .inProgress());
  }

  private void takeOrders() {
    name("byCard", shop.paidOrder());

    OrderId byWallet = shop.execute(OneShop.ALICE, OneShop.ordering(2)).order().id();
    shop.execute(
        OneShop.ALICE,
        new PayFromWallet(byWallet, Optional.empty(), Optional.empty(), ANY_VERSION));
    shop.execute(
        OneShop.CLERK,
        new RefundOrder(byWallet, BigDecimal.valueOf(100), "Scratched", ANY_VERSION));
    name("byWallet", byWallet);

    OrderId delivered = shop.paidOrder();
    shop.execute(OneShop.CLERK, new ShipOrder(delivered, Optional.empty(), ANY_VERSION));
    shop.execute(OneShop.CLERK, new DeliverOrder(delivered, ANY_VERSION));
    name("delivered", delivered);

    OrderId cancelled = shop.paidOrder();
    shop.execute(OneShop.ALICE, new CancelOrder(cancelled, Optional.empty(), ANY_VERSION));
    new Cashier(shop.useCases(), shop.storage().views(), new SandboxProvider()).refund(cancelled);
    name("cancelled", cancelled);
  }

  /** Sent in two parts, of which one has arrived; a piece came back, another was called off. */
  private void takeAnOrderApart() {
    PlaceOrder placing =
        new PlaceOrder(Optional.empty(), OneShop.ordering(2).items(), Optional.of("fulfilment"));
    OrderId id = shop.execute(OneShop.ALICE, placing).order().id();
    Cashier cashier = new Cashier(shop.useCases(), shop.storage().views(), new SandboxProvider());
    cashier.pay(OneShop.ALICE, id, "success");
    List<OrderPlacement.Item> first = List.of(placing.items().get(0));
    OrderView sent =
        shop.execute(
            OneShop.CLERK,
            new ShipOrder(id, Optional.of(first), Optional.empty(), Optional.empty(), ANY_VERSION));
    shop.execute(
        OneShop.CLERK, new MoveShipment(sent.shipments().get(0).id(), ShipmentAction.DELIVER));
    giveBack(id, new OrderPlacement.Item(new ProductId("p0"), 1));
    List<OrderPlacement.Item> one = List.of(new OrderPlacement.Item(new ProductId("p1"), 1));
    shop.execute(OneShop.ALICE, new CancelItems(id, one, Optional.empty(), ANY_VERSION));
    shop.execute(OneShop.CLERK, new ShipOrder(id, Optional.empty(), ANY_VERSION));
    cashier.refund(id);
    name("parts", id);
    named.put("parcel", ShopParcels.follow(shop, id).value());
  }

  /** One product more, another no more, to another place. */
  private void changeAnOrder() {
    OrderId id = shop.execute(OneShop.ALICE, OneShop.ordering(2)).order().id();
    List<OrderPlacement.Item> wanted =
        List.of(
            new OrderPlacement.Item(new ProductId("p0"), 5),
            new OrderPlacement.Item(new ProductId("p1"), 0));
    Optional<Address> there = Optional.of(OneShop.ADDRESS);
    shop.execute(
        OneShop.ALICE, new EditOrder(id, wanted, there, there, Optional.empty(), ANY_VERSION));
    name("edited", id);
  }

  private void giveBack(OrderId order, OrderPlacement.Item item) {
    RequestReturn asking = new RequestReturn(order, List.of(item), "Too loud");
    ReturnId id = shop.execute(OneShop.ALICE, asking).id();
    shop.execute(OneShop.CLERK, new DecideReturn(id, true));
    shop.execute(OneShop.CLERK, new ReceiveReturn(id, Optional.empty(), true));
    shop.execute(OneShop.CLERK, new RefundReturn(id, Optional.empty()));
  }

  private void trade() {
    PlaceFxOrder place =
        new PlaceFxOrder(
            Optional.empty(),
            Pair.of("EUR/USD"),
            Side.BUY,
            OrderType.LIMIT,
            BigDecimal.valueOf(100),
            new BigDecimal("1.1"),
            Settlement.WALLET,
            Optional.empty());
    FxOrder order = shop.execute(OneShop.ALICE, place).order();
    shop.execute(
        OneShop.ALICE,
        new AddTrade(
            order.id(),
            BigDecimal.valueOf(40),
            new BigDecimal("1.1"),
            Optional.empty(),
            ANY_VERSION));
    named.put("fx", order.id().value());
    named.put("fxNumber", order.number().toString());
  }

  private void name(String name, OrderId id) {
    Order order = shop.storage().views().orders().find(id, OneShop.CLERK).orElseThrow().order();
    named.put(name, id.value());
    named.put(name + "Number", order.number().toString());
  }

  private static StatedAmount dollars(int amount) {
    return new StatedAmount(BigDecimal.valueOf(amount), Optional.empty());
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new AssertionError("the shop is not what it is to be");
    }
  }

  /** The id that a row shows where a damage says {@code byCard} or another name of here. */
  String shown(String name) {
    return named.getOrDefault(name, name).toString();
  }

  /** Runs a statement in which {@code :alice}, {@code :byCard} and so on are ids. */
  int damage(Handle handle, String sql) {
    handle.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
    try (Update update = handle.createUpdate(sql)) {
      named.forEach(update::bind);
      update.bind("now", TestClock.NOON.atOffset(ZoneOffset.UTC));
      return update.execute();
    }
  }
}
