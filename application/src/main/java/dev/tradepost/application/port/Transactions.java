package dev.tradepost.application.port;

import dev.tradepost.application.Actor;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Runs work in one transaction: all of it is kept or nothing. Work that lost a race is run again
 * from the start, a bounded number of times; then {@link Busy} is thrown.
 */
public interface Transactions {

  /**
   * Runs the work.
   *
   * @param rows names what the work is known to get, for an adapter that can make use of it
   */
  <R> R run(Actor actor, Consumer<Prefetch> rows, Function<UnitOfWork, R> work);

  /** The same where nothing is known beforehand. */
  default <R> R run(Actor actor, Function<UnitOfWork, R> work) {
    return run(actor, rows -> {}, work);
  }
}
