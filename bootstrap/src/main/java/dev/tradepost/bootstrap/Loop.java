package dev.tradepost.bootstrap;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that takes one turn after the other: when it is woken, and after each pause. */
final class Loop implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final String name;
  private final Duration pause;
  private final Semaphore work = new Semaphore(0);
  private Thread thread;
  private volatile boolean closed;

  Loop(String name, Duration pause) {
    this.name = name;
    this.pause = pause;
  }

  /** Begins; a turn that fails is logged, and the next one comes all the same. */
  void start(Runnable turn) {
    thread = new Thread(() -> run(turn), name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Asks for a turn now, or right after the one under way. */
  void wake() {
    if (work.availablePermits() == 0) {
      work.release();
    }
  }

  private void run(Runnable turn) {
    while (!closed) {
      try {
        work.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
        work.drainPermits();
        turn.run();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        LOG.warn("a turn of the {} failed; the next one tries again", name, e);
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
        thread.join(PATIENCE.toMillis());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
