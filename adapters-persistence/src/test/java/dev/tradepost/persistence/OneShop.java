package dev.tradepost.persistence;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Role;
import dev.tradepost.application.Shop;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.UseCases;
import dev.tradepost.application.catalog.AddProduct;
import dev.tradepost.application.contract.Cashier;
import dev.tradepost.application.contract.TestClock;
import dev.tradepost.application.inventory.CountStock;
import dev.tradepost.application.inventory.OpenWarehouse;
import dev.tradepost.application.memory.SandboxProvider;
import dev.tradepost.application.order.OrderPlacement;
import dev.tradepost.application.order.PlaceOrder;
import dev.tradepost.application.port.UseCaseObserver;
import dev.tradepost.domain.inventory.StockId;
import dev.tradepost.domain.order.Address;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WarehouseId;
import dev.tradepost.persistence.shared.Dialect;
import dev.tradepost.persistence.shared.JdbiTransactions;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jdbi.v3.core.Jdbi;

/** A shop over a database: what the tests of the database itself need of one. */
record OneShop(JdbiStorage storage, UseCases useCases) {
  static final Actor ALICE = new Actor(new UserId("alice"), Role.CUSTOMER);
  static final Actor CLERK = new Actor(new UserId("clerk"), Role.STAFF);
  static final Shop SHOP = Shop.standard(Currency.getInstance("USD"));
  static final WarehouseId MAIN = new WarehouseId("main");

  static final Address ADDRESS =
      new Address(
          "Ann", "Street 1", Optional.empty(), "Town", Optional.empty(), Optional.empty(), "DE");

  static OneShop over(Jdbi jdbi, Dialect dialect) {
    JdbiStorage storage =
        JdbiStorage.over(jdbi, dialect, SHOP, JdbiTransactions.sources(new TestClock()));
    return new OneShop(storage, new UseCases(storage.transactions(), UseCaseObserver.NONE));
  }

  <R> R execute(Actor actor, UseCase<R> useCase) {
    return useCases.execute(actor, useCase);
  }

  /** Products p0, p1 and so on at 500 dollars, a thousand pieces of each. */
  void furnish(int products) {
    execute(CLERK, new OpenWarehouse(Optional.of(MAIN), "Main"));
    for (int i = 0; i < products; i++) {
      ProductId id = new ProductId("p" + i);
      execute(
          CLERK,
          new AddProduct(Optional.of(id), "Laptop", Money.of("500", "USD"), Optional.empty()));
      execute(CLERK, new CountStock(new StockId(id, MAIN), 1_000));
    }
  }

  /**
   * The same products in two of these warehouses each: a thousand pieces of the first one, and one
   * piece of every other, so that two of it come from both.
   */
  void furnish(int products, int warehouses) {
    List<UseCase<?>> all = new ArrayList<>();
    for (int i = 0; i < warehouses; i++) {
      all.add(new OpenWarehouse(Optional.of(warehouse(i)), "Number " + i));
    }
    for (int i = 0; i < products; i++) {
      ProductId id = new ProductId("p" + i);
      all.add(new AddProduct(Optional.of(id), "Laptop", Money.of("500", "USD"), Optional.empty()));
      int pieces = i == 0 ? 1_000 : 1;
      all.add(new CountStock(new StockId(id, warehouse(i % warehouses)), pieces));
      all.add(new CountStock(new StockId(id, warehouse((i + 1) % warehouses)), pieces));
    }
    storage.transactions().run(CLERK, work -> all.stream().map(it -> it.run(work)).toList());
  }

  private static WarehouseId warehouse(int number) {
    return new WarehouseId("w" + number);
  }

  /** An order of two pieces each of the first so many products. */
  static PlaceOrder ordering(int products) {
    List<OrderPlacement.Item> items =
        IntStream.range(0, products)
            .mapToObj(i -> new OrderPlacement.Item(new ProductId("p" + i), 2))
            .toList();
    return new PlaceOrder(Optional.empty(), items, Optional.empty());
  }

  OrderId paidOrder() {
    return paidOrder(SHOP.orderLifecycle());
  }

  /** Two pieces of the first product under this lifecycle, paid by card. */
  OrderId paidOrder(String lifecycle) {
    PlaceOrder order =
        new PlaceOrder(Optional.empty(), ordering(1).items(), Optional.of(lifecycle));
    OrderId id = execute(ALICE, order).order().id();
    new Cashier(useCases, storage.views(), new SandboxProvider()).pay(ALICE, id, "success");
    return id;
  }
}
