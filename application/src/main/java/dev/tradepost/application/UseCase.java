package dev.tradepost.application;

import dev.tradepost.application.port.Prefetch;
import dev.tradepost.application.port.UnitOfWork;

/**
 * One thing a user can ask for: a record whose components are the question, and whose {@link #run}
 * is the answer in one transaction.
 *
 * <p>It is a pure function of itself and its work: no I/O, no clock, no statics, so that it can be
 * run again after a conflict. It decides first and saves last: when it is refused, nothing was
 * staged.
 *
 * @param <R> the answer
 */
public interface UseCase<R> {

  R run(UnitOfWork work);

  /**
   * Names the rows it is known to get; naming none costs time only: it is run beside no other then,
   * but for those that share its transaction.
   */
  default void prefetch(Actor actor, Prefetch rows) {}

  /** The least role that may ask. */
  default Role requires() {
    return Role.CUSTOMER;
  }
}
