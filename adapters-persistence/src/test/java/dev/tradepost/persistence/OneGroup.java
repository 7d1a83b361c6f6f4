package dev.tradepost.persistence;

import dev.tradepost.application.port.Transactions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.function.Function;

/** Runs works in one group, in their order: they gather while another command is on its way. */
final class OneGroup {
  private final Transactions transactions;
  private final CountDownLatch holding = new CountDownLatch(1);
  private final CountDownLatch enough = new CountDownLatch(1);

  private OneGroup(Transactions transactions) {
    this.transactions = transactions;
  }

  /**
   * The works when all of them have ended.
   *
   * @param gathered is called when they wait and none has begun
   */
  static List<FutureTask<Object>> run(
      Transactions transactions, List<Function<Transactions, Object>> works, Runnable gathered)
      throws InterruptedException {
    return new OneGroup(transactions).run(works, gathered);
  }

  private List<FutureTask<Object>> run(
      List<Function<Transactions, Object>> works, Runnable gathered) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    List<FutureTask<Object>> tasks = new ArrayList<>();
    start(new FutureTask<>(() -> transactions.run(OneShop.CLERK, work -> awaited())), threads);
    holding.await();
    for (Function<Transactions, Object> work : works) {
      FutureTask<Object> task = new FutureTask<>(() -> work.apply(transactions));
      tasks.add(task);
      start(task, threads);
      Thread last = threads.get(threads.size() - 1);
      while (last.getState() != Thread.State.WAITING) {
        Thread.onSpinWait();
      }
    }
    gathered.run();
    enough.countDown();
    for (Thread thread : threads) {
      thread.join();
    }
    return tasks;
  }

  private static void start(FutureTask<Object> task, List<Thread> threads) {
    Thread thread = new Thread(task);
    thread.start();
    threads.add(thread);
  }

  private Object awaited() {
    holding.countDown();
    try {
      enough.await();
      return "done";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
