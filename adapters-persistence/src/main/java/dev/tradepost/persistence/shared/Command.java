package dev.tradepost.persistence.shared;

import dev.tradepost.application.Actor;
import dev.tradepost.application.port.Prefetch;
import dev.tradepost.application.port.UnitOfWork;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * One unit of work on its way through a group. It is run by the thread that leads the group and
 * read by its own thread, after that one's turn came.
 */
final class Command<R> {
  private final Actor actor;
  private final Consumer<Prefetch> rows;
  private final Set<Object> names;
  private final Function<UnitOfWork, R> work;
  private final Semaphore turn = new Semaphore(0);
  private R result;
  private Throwable fault;
  private boolean settled;

  Command(Actor actor, Consumer<Prefetch> rows, Function<UnitOfWork, R> work) {
    this.actor = actor;
    this.rows = rows;
    this.work = work;
    Prefetch own = new Prefetch();
    rows.accept(own);
    names = own.names();
  }

  /** Names the rows it will get. */
  void name(Prefetch prefetch) {
    rows.accept(prefetch);
  }

  /** What those rows go by; none where it has named nothing. */
  Set<Object> names() {
    return names;
  }

  void run(Session session) {
    fault = null;
    result = session.run(actor, work);
  }

  void fail(Throwable thrown) {
    fault = thrown;
  }

  /** Its group has ended. */
  void settle() {
    settled = true;
    turn.release();
  }

  boolean isSettled() {
    return settled;
  }

  /** It is the first of those who wait, and leads the next group. */
  void giveTurn() {
    turn.release();
  }

  void awaitTurn() {
    turn.acquireUninterruptibly();
  }

  /** What came of it; throws what the work has thrown. */
  R result() {
    if (fault != null) {
      Command.<RuntimeException>rethrow(fault);
    }
    return result;
  }

  @SuppressWarnings("unchecked") // what the work threw it could throw: it is passed on as it is
  private static <X extends Throwable> void rethrow(Throwable fault) throws X {
    throw (X) fault;
  }
}
