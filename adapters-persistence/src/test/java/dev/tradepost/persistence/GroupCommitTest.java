package dev.tradepost.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.tradepost.application.fulfilment.MoveShipment;
import dev.tradepost.application.fulfilment.PlanFulfilment;
import dev.tradepost.application.order.CancelItems;
import dev.tradepost.application.order.OrderPlacement;
import dev.tradepost.application.order.OrderView;
import dev.tradepost.application.port.Busy;
import dev.tradepost.application.port.Transactions;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.fulfilment.Shipment;
import dev.tradepost.domain.fulfilment.ShipmentAction;
import dev.tradepost.domain.inventory.Reservation;
import dev.tradepost.domain.inventory.Stock;
import dev.tradepost.domain.inventory.StockId;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.ShipmentId;
import dev.tradepost.persistence.shared.Database;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Commands that share a transaction do not share each other's faults. */
class GroupCommitTest {
  private static final StockId LAPTOPS = new StockId(new ProductId("p0"), OneShop.MAIN);

  @TempDir private Path directory;

  private final AtomicInteger count = new AtomicInteger();
  private final AtomicInteger breakAt = new AtomicInteger();
  private Database database;
  private HikariDataSource pool;
  private OneShop shop;

  private void open(Engine engine) {
    Database.Location location = engine.create(directory, 4);
    database = Database.open(location);
    pool = new HikariDataSource();
    pool.setJdbcUrl(location.url());
    pool.setUsername(location.user());
    pool.setPassword(location.password());
    pool.setMaximumPoolSize(4);
    shop =
        OneShop.over(Database.jdbi(WatchedSource.over(pool, count, breakAt)), database.dialect());
    shop.furnish(1);
  }

  @AfterEach
  void close() {
    pool.close();
    database.close();
  }

  private List<FutureTask<Object>> inOneGroup(List<Function<UnitOfWork, Object>> works)
      throws InterruptedException {
    List<Function<Transactions, Object>> runs = new ArrayList<>();
    works.forEach(work -> runs.add(it -> it.run(OneShop.CLERK, work)));
    return OneGroup.run(shop.storage().transactions(), runs, () -> count.set(0));
  }

  private static Object addOne(UnitOfWork work) {
    Stock stock = work.stock().get(LAPTOPS).orElseThrow();
    work.stock().save(stock.count(stock.onHand() + 1));
    return "done";
  }

  private static Object refuse(UnitOfWork work) {
    addOne(work);
    throw new Rejection(SharedReason.UNKNOWN_PRODUCT, "no");
  }

  private static Object stumble(UnitOfWork work) {
    addOne(work);
    throw new IllegalStateException("a bug");
  }

  /** The database refuses it after some of it is written. */
  private static Object violate(UnitOfWork work) {
    addOne(work);
    OrderId nobodys = new OrderId(work.newId());
    List<Reservation.Line> one = List.of(new Reservation.Line(LAPTOPS, 1));
    work.reservations().save(Reservation.make(nobodys, OneShop.ALICE.userId(), one));
    return "done";
  }

  private long onHand() {
    return shop.storage()
        .transactions()
        .run(OneShop.CLERK, work -> work.stock().get(LAPTOPS).orElseThrow().onHand());
  }

  @ParameterizedTest // A29, S3-63
  @EnumSource
  void poisoned_commands_take_nothing_but_their_own_changes_along(Engine engine) throws Exception {
    open(engine);
    List<Function<UnitOfWork, Object>> works =
        new ArrayList<>(Collections.nCopies(28, GroupCommitTest::addOne));
    works.add(3, GroupCommitTest::refuse);
    works.add(11, GroupCommitTest::stumble);
    works.add(19, GroupCommitTest::violate);
    long before = onHand();

    List<FutureTask<Object>> tasks = inOneGroup(works);

    assertThat(onHand() - before).isEqualTo(28);
    assertThatThrownBy(tasks.remove(19)::get).hasCauseInstanceOf(JdbiException.class);
    assertThatThrownBy(tasks.remove(11)::get).hasRootCauseMessage("a bug");
    assertThatThrownBy(tasks.remove(3)::get).hasCauseInstanceOf(Rejection.class);
    for (FutureTask<Object> task : tasks) {
      assertThat(task.get()).isEqualTo("done");
    }
  }

  @ParameterizedTest // S2-36
  @EnumSource
  void what_an_earlier_command_changed_is_kept_though_a_later_one_would_not_write_it(Engine engine)
      throws Exception {
    open(engine);
    OrderId id = shop.paidOrder("fulfilment");
    PlanFulfilment plan = new PlanFulfilment(id, OptionalLong.empty());
    ShipmentId planned = shop.execute(OneShop.CLERK, plan).shipments().get(0).id();
    List<OrderPlacement.Item> one = List.of(new OrderPlacement.Item(LAPTOPS.product(), 1));
    CancelItems less = new CancelItems(id, one, Optional.empty(), OptionalLong.empty());
    MoveShipment leaves = new MoveShipment(planned, ShipmentAction.SHIP);

    for (FutureTask<Object> task : inOneGroup(List.of(less::run, leaves::run))) {
      task.get();
    }

    OrderView view = shop.storage().views().orders().find(id, OneShop.CLERK).orElseThrow();
    assertThat(view.shipments().get(0).items())
        .containsExactly(new Shipment.Item(LAPTOPS.product(), 1));
  }

  @Test
  void on_postgresql_who_wants_other_rows_does_not_wait() throws Exception {
    open(Engine.POSTGRESQL);
    Transactions transactions = shop.storage().transactions();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch other = new CountDownLatch(1);
    FutureTask<Boolean> slow =
        new FutureTask<>(
            () ->
                transactions.run(
                    OneShop.CLERK,
                    rows -> rows.goods(List.of(new ProductId("p0"))),
                    work -> {
                      begun.countDown();
                      return arrived(other);
                    }));
    new Thread(slow).start();
    assertThat(arrived(begun)).isTrue();

    transactions.run(
        OneShop.CLERK, rows -> rows.goods(List.of(new ProductId("p1"))), work -> "done");
    other.countDown();

    assertThat(slow.get()).as("the other one had ended before").isTrue();
  }

  private static boolean arrived(CountDownLatch latch) {
    try {
      return latch.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest // A29, A105
  @EnumSource
  void whatever_breaks_whoever_is_told_done_is_done_and_nobody_else(Engine engine)
      throws Exception {
    open(engine);
    boolean broke = true;
    for (int at = 1; broke; at++) {
      long before = onHand();
      breakAt.set(at);
      List<FutureTask<Object>> tasks =
          inOneGroup(
              List.of(GroupCommitTest::addOne, GroupCommitTest::refuse, GroupCommitTest::addOne));
      breakAt.set(0);
      broke = count.get() >= at;

      int done = 0;
      for (FutureTask<Object> task : tasks) {
        done += done(task) ? 1 : 0;
      }
      assertThat(onHand() - before).as("broken at %d", at).isEqualTo(done);
      assertThat(at).as("the loop ends").isLessThan(100);
    }
  }

  private static boolean done(FutureTask<Object> task) throws InterruptedException {
    try {
      return task.get().equals("done");
    } catch (ExecutionException e) {
      assertThat(e.getCause()).isInstanceOfAny(Busy.class, Rejection.class);
      return false;
    }
  }
}
