package dev.tradepost.application.port;

import dev.tradepost.application.Actor;
import java.util.function.Function;

/**
 * Runs work in one transaction: all of it is kept or nothing. Work that lost a race is run again
 * from the start, a bounded number of times; then {@link Busy} is thrown.
 */
public interface Transactions {

  <R> R run(Actor actor, Function<UnitOfWork, R> work);
}
