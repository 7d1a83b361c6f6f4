package dev.tradepost.bootstrap;

import dev.tradepost.application.Actor;
import dev.tradepost.application.port.Prefetch;
import dev.tradepost.application.port.Transactions;
import dev.tradepost.application.port.UnitOfWork;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Relays events: at once when this node has committed something, and every now and then, because
 * other nodes commit too.
 */
final class Relay implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Loop loop = new Loop("relay", PAUSE);

  /** These transactions, telling the relay of each that was committed. */
  Transactions watching(Transactions transactions) {
    return new Transactions() {
      @Override
      public <R> R run(Actor actor, Consumer<Prefetch> rows, Function<UnitOfWork, R> work) {
        R result = transactions.run(actor, rows, work);
        loop.wake();
        return result;
      }
    };
  }

  /** Begins to relay. */
  void start(Runnable turn) {
    loop.start(turn);
  }

  /** Ends after the turn that is under way. */
  @Override
  public void close() {
    loop.close();
  }
}
