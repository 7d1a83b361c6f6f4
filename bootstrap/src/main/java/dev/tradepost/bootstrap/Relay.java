package dev.tradepost.bootstrap;

import java.time.Duration;

/**
 * Relays events: at once when this node has committed something, and every now and then, because
 * other nodes commit too.
 */
final class Relay implements AutoCloseable {
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Loop loop = new Loop("relay", PAUSE);

  /** There are new events. */
  void wake() {
    loop.wake();
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
