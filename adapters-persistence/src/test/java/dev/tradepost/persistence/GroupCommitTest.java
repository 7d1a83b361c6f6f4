package dev.tradepost.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import dev.tradepost.application.port.Busy;
import dev.tradepost.application.port.Transactions;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.domain.inventory.Reservation;
import dev.tradepost.domain.inventory.Stock;
import dev.tradepost.domain.inventory.StockId;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.persistence.shared.Database;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jdbi.v3.core.JdbiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that share a transaction on H2 do not share each other's faults. */
class GroupCommitTest {
  private static final StockId LAPTOPS = new StockId(new ProductId("p0"), OneShop.MAIN);

  @TempDir private Path directory;

  private final AtomicInteger count = new AtomicInteger();
  private final AtomicInteger breakAt = new AtomicInteger();
  private final List<Thread> waiting = new ArrayList<>();
  private Database database;
  private HikariDataSource pool;
  private OneShop shop;

  @BeforeEach
  void open() {
    Database.Location location = Engine.H2.create(directory, 2);
    database = Database.open(location);
    pool = new HikariDataSource();
    pool.setJdbcUrl(location.url());
    pool.setUsername(location.user());
    pool.setPassword(location.password());
    pool.setMaximumPoolSize(2);
    shop =
        OneShop.over(Database.jdbi(WatchedSource.over(pool, count, breakAt)), database.dialect());
    shop.furnish(1);
  }

  @AfterEach
  void close() {
    pool.close();
    database.close();
  }

  /** Runs the works in one group: they gather while another command holds the writer. */
  private List<FutureTask<Object>> inOneGroup(List<Function<UnitOfWork, Object>> works)
      throws Exception {
    CountDownLatch holding = new CountDownLatch(1);
    CountDownLatch enough = new CountDownLatch(1);
    FutureTask<Object> holder =
        started(
            work -> {
              holding.countDown();
              return awaited(enough);
            });
    holding.await();
    waiting.clear();
    List<FutureTask<Object>> tasks = works.stream().map(this::started).toList();
    for (Thread thread : waiting) {
      while (thread.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
    }
    count.set(0);
    enough.countDown();
    done(holder);
    for (Thread thread : waiting) {
      thread.join();
    }
    return new ArrayList<>(tasks);
  }

  private FutureTask<Object> started(Function<UnitOfWork, Object> work) {
    Transactions transactions = shop.storage().transactions();
    FutureTask<Object> task = new FutureTask<>(() -> transactions.run(OneShop.CLERK, work));
    Thread thread = new Thread(task);
    thread.start();
    waiting.add(thread);
    return task;
  }

  private static Object awaited(CountDownLatch latch) {
    try {
      latch.await();
      return "done";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
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

  @Test // A29, S3-63
  void poisoned_commands_take_nothing_but_their_own_changes_along() throws Exception {
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

  @Test // A29, A105
  void whatever_breaks_whoever_is_told_done_is_done_and_nobody_else() throws Exception {
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
