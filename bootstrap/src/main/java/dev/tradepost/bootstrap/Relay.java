package dev.tradepost.bootstrap;

import dev.tradepost.application.Actor;
import dev.tradepost.application.port.Transactions;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.application.process.RelayEvents;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The thread that relays events: at once when this node has committed something, and every now and
 * then, because other nodes commit too.
 */
final class Relay implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Relay.class);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Semaphore work = new Semaphore(0);
  private Thread thread;
  private volatile boolean closed;

  /** These transactions, telling the relay of each that was committed. */
  Transactions watching(Transactions transactions) {
    return new Transactions() {
      @Override
      public <R> R run(Actor actor, Function<UnitOfWork, R> work) {
        R result = transactions.run(actor, work);
        wake();
        return result;
      }
    };
  }

  private void wake() {
    if (work.availablePermits() == 0) {
      work.release();
    }
  }

  /** Begins to relay. */
  void start(RelayEvents events) {
    thread = new Thread(() -> relay(events), "relay");
    thread.setDaemon(true);
    thread.start();
  }

  private void relay(RelayEvents events) {
    while (!closed) {
      try {
        work.tryAcquire(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        work.drainPermits();
        events.turn();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        LOG.warn("events could not be relayed and will be tried again", e);
      }
    }
  }

  /** Ends after the turn that is under way. */
  @Override
  public void close() {
    closed = true;
    wake();
    try {
      if (thread != null) {
        thread.join(5_000);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
