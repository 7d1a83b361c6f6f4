package dev.tradepost.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.tradepost.application.Actor;
import dev.tradepost.application.Role;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.UseCases;
import dev.tradepost.application.cart.AddToCart;
import dev.tradepost.application.cart.CheckOut;
import dev.tradepost.application.fulfilment.PlanFulfilment;
import dev.tradepost.application.order.CancelAnyOrder;
import dev.tradepost.application.order.CancelOrder;
import dev.tradepost.application.order.PlaceOrders;
import dev.tradepost.application.order.ShipOrder;
import dev.tradepost.application.port.Transactions;
import dev.tradepost.application.port.UseCaseObserver;
import dev.tradepost.application.trade.AddTrade;
import dev.tradepost.application.trade.PlaceFxOrder;
import dev.tradepost.application.wallet.AddMoney;
import dev.tradepost.application.wallet.CreateWallet;
import dev.tradepost.application.wallet.StatedAmount;
import dev.tradepost.application.wallet.TransferMoney;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.order.Terms;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.domain.shared.WalletId;
import dev.tradepost.domain.trade.OrderType;
import dev.tradepost.domain.trade.Pair;
import dev.tradepost.domain.trade.Settlement;
import dev.tradepost.domain.trade.Side;
import dev.tradepost.persistence.shared.Database;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A command takes the same number of round trips whatever its size (design, section 5). */
class StatementCountTest {
  @TempDir private Path directory;

  private static final StatedAmount TEN = new StatedAmount(BigDecimal.TEN, Optional.empty());
  private static final StatedAmount DOLLAR = new StatedAmount(BigDecimal.ONE, Optional.empty());

  private static final BigDecimal PRICE = new BigDecimal("1.1");

  private final AtomicInteger count = new AtomicInteger();

  private int statementsOf(Runnable command) {
    count.set(0);
    command.run();
    return count.get();
  }

  private void cancel(OneShop shop, OrderId id) {
    shop.execute(OneShop.ALICE, new CancelOrder(id, Optional.empty(), OptionalLong.empty()));
  }

  private void ship(OneShop shop, OrderId id) {
    shop.execute(OneShop.CLERK, new ShipOrder(id, Optional.empty(), OptionalLong.empty()));
  }

  private void plan(OneShop shop, OrderId id) {
    shop.execute(OneShop.CLERK, new PlanFulfilment(id, OptionalLong.empty()));
  }

  private interface Scene {
    void play(OneShop shop);
  }

  private void with(Engine engine, Scene scene) {
    Database.Location location = engine.create(directory, 2);
    try (Database database = Database.open(location);
        HikariDataSource pool = new HikariDataSource()) {
      pool.setJdbcUrl(location.url());
      pool.setUsername(location.user());
      pool.setPassword(location.password());
      pool.setMaximumPoolSize(1);
      scene.play(
          OneShop.over(
              Database.jdbi(WatchedSource.over(pool, count, new AtomicInteger())),
              database.dialect()));
    }
  }

  @ParameterizedTest // S2-08, S2-62, S1-24
  @EnumSource
  void it_does_not_grow_with_the_lines_of_an_order_or_the_orders_of_a_request(Engine engine) {
    with(
        engine,
        shop -> {
          shop.furnish(12);

          int ofOne = statementsOf(() -> shop.execute(OneShop.ALICE, OneShop.ordering(1)));
          int ofTwelve = statementsOf(() -> shop.execute(OneShop.ALICE, OneShop.ordering(12)));
          int bulk =
              statementsOf(
                  () ->
                      shop.execute(
                          OneShop.ALICE,
                          new PlaceOrders(Collections.nCopies(30, OneShop.ordering(5)), true)));
          OrderId small = shop.execute(OneShop.ALICE, OneShop.ordering(1)).order().id();
          OrderId large = shop.execute(OneShop.ALICE, OneShop.ordering(12)).order().id();

          assertThat(ofTwelve).isEqualTo(ofOne).isLessThan(20);
          assertThat(bulk).isLessThanOrEqualTo(ofOne + 2);
          assertThat(statementsOf(() -> cancel(shop, large)))
              .isEqualTo(statementsOf(() -> cancel(shop, small)));
          OrderId one = shop.execute(OneShop.ALICE, OneShop.ordering(1)).order().id();
          OrderId many = shop.execute(OneShop.ALICE, OneShop.ordering(12)).order().id();
          assertThat(statementsOf(() -> ship(shop, many)))
              .isEqualTo(statementsOf(() -> ship(shop, one)));
        });
  }

  @ParameterizedTest // S2-06, S2-08, S2-57, S2-62
  @EnumSource
  void it_does_not_grow_with_the_warehouses_an_order_comes_from(Engine engine) {
    with(
        engine,
        shop -> {
          shop.furnish(200, 20);
          int ofOne = statementsOf(() -> shop.execute(OneShop.ALICE, OneShop.ordering(1)));
          AtomicReference<OrderId> large = new AtomicReference<>();
          int ofAll =
              statementsOf(
                  () -> large.set(shop.execute(OneShop.ALICE, OneShop.ordering(200)).order().id()));
          OrderId small = shop.execute(OneShop.ALICE, OneShop.ordering(1)).order().id();

          assertThat(ofAll).isEqualTo(ofOne).isLessThan(20);
          assertThat(statementsOf(() -> plan(shop, large.get())))
              .isEqualTo(statementsOf(() -> plan(shop, small)));
          assertThat(statementsOf(() -> ship(shop, large.get())))
              .isEqualTo(statementsOf(() -> ship(shop, small)));
          List<Shipment> sent =
              shop.storage()
                  .views()
                  .orders()
                  .find(large.get(), OneShop.CLERK)
                  .orElseThrow()
                  .shipments();
          assertThat(sent.stream().map(Shipment::warehouseId).distinct()).hasSize(20);
          assertThat(sent.stream().mapToInt(it -> it.items().size()).sum())
              .as("all products but the first come from two warehouses")
              .isEqualTo(399);
        });
  }

  @ParameterizedTest // S3-63
  @EnumSource
  void it_does_not_grow_with_the_commands_that_share_a_transaction(Engine engine) {
    with(
        engine,
        shop -> {
          shop.furnish(30);
          List<WalletId> wallets = new ArrayList<>();
          for (int i = 0; i < 32; i++) {
            Actor owner = new Actor(new UserId("user-" + i), Role.CUSTOMER);
            CreateWallet create = new CreateWallet(Optional.empty(), Optional.empty());
            wallets.add(shop.execute(owner, create).id());
            shop.execute(OneShop.CLERK, new AddMoney(wallets.get(i), TEN, Optional.empty()));
          }
          List<UseCase<?>> transfers = new ArrayList<>();
          List<UseCase<?>> orders = new ArrayList<>();
          for (int i = 0; i < 30; i++) {
            transfers.add(
                new TransferMoney(wallets.get(i), wallets.get(i + 2), DOLLAR, Optional.empty()));
            orders.add(OneShop.ordering(1 + i));
          }
          assertThat(together(shop, transfers)).isEqualTo(together(shop, transfers.subList(0, 2)));
          assertThat(together(shop, orders)).isEqualTo(together(shop, orders.subList(0, 2)));
          List<Function<Transactions, Object>> checkouts = checkouts(shop, 32);
          assertThat(counted(shop, checkouts.subList(0, 30)))
              .isEqualTo(counted(shop, checkouts.subList(30, 32)));
          requireConstant(shop, id -> new PlanFulfilment(id, OptionalLong.empty()));
          requireConstant(shop, id -> new ShipOrder(id, Optional.empty(), OptionalLong.empty()));
          requireConstant(
              shop, id -> new CancelAnyOrder(id, Optional.empty(), OptionalLong.empty()));
        });
  }

  @ParameterizedTest // S3-63
  @EnumSource
  void it_does_not_grow_with_the_deals_that_wallets_settle_in_one_transaction(Engine engine) {
    with(
        engine,
        shop -> {
          List<UseCase<?>> places = new ArrayList<>();
          List<UseCase<?>> trades = new ArrayList<>();
          for (int i = 0; i < 32; i++) {
            UserId trader = new UserId("trader-" + i);
            CreateWallet create = new CreateWallet(Optional.empty(), Optional.empty());
            WalletId wallet = shop.execute(new Actor(trader, Role.CUSTOMER), create).id();
            shop.execute(OneShop.CLERK, new AddMoney(wallet, TEN, Optional.empty()));
            places.add(buying(trader));
            OrderId order = shop.execute(OneShop.CLERK, buying(trader)).id();
            trades.add(
                new AddTrade(order, BigDecimal.ONE, PRICE, Optional.empty(), OptionalLong.empty()));
          }
          assertThat(together(shop, places.subList(0, 30)))
              .isEqualTo(together(shop, places.subList(30, 32)));
          assertThat(together(shop, trades.subList(0, 30)))
              .isEqualTo(together(shop, trades.subList(30, 32)));
        });
  }

  private static PlaceFxOrder buying(UserId trader) {
    return new PlaceFxOrder(
        Optional.of(trader),
        Pair.of("EUR/USD"),
        Side.BUY,
        OrderType.LIMIT,
        BigDecimal.valueOf(2),
        PRICE,
        Settlement.WALLET,
        Optional.empty());
  }

  /** Thirty of these, each on an order of its own, take as many statements as two. */
  private void requireConstant(OneShop shop, Function<OrderId, UseCase<?>> useCase) {
    List<UseCase<?>> all = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      OrderId id = shop.execute(OneShop.CLERK, OneShop.ordering(1 + i % 30)).order().id();
      all.add(useCase.apply(id));
    }
    assertThat(together(shop, all.subList(0, 30))).isEqualTo(together(shop, all.subList(30, 32)));
  }

  /** Users who check out what is in their carts. */
  private static List<Function<Transactions, Object>> checkouts(OneShop shop, int count) {
    List<Function<Transactions, Object>> checkouts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Actor user = new Actor(new UserId("user-" + i), Role.CUSTOMER);
      ProductId product = new ProductId("p" + i % 30);
      shop.execute(user, new AddToCart(product, 1, OptionalLong.empty()));
      CheckOut checkOut =
          new CheckOut(Optional.empty(), Optional.empty(), Terms.NONE, OptionalLong.empty());
      checkouts.add(it -> new UseCases(it, UseCaseObserver.NONE).execute(user, checkOut));
    }
    return checkouts;
  }

  /** How many statements these commands take in one group. */
  private int together(OneShop shop, List<UseCase<?>> useCases) {
    List<Function<Transactions, Object>> works = new ArrayList<>();
    for (UseCase<?> useCase : useCases) {
      works.add(it -> new UseCases(it, UseCaseObserver.NONE).execute(OneShop.CLERK, useCase));
    }
    return counted(shop, works);
  }

  private int counted(OneShop shop, List<Function<Transactions, Object>> works) {
    try {
      for (FutureTask<Object> task :
          OneGroup.run(shop.storage().transactions(), works, () -> count.set(0))) {
        task.get();
      }
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
    return count.get();
  }
}
