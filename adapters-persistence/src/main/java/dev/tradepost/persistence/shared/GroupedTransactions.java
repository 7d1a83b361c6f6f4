package dev.tradepost.persistence.shared;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Shop;
import dev.tradepost.application.port.Prefetch;
import dev.tradepost.application.port.Retries;
import dev.tradepost.application.port.Sources;
import dev.tradepost.application.port.Transactions;
import dev.tradepost.application.port.UnitOfWork;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * One database transaction for all units of work that wait: while groups are on their way to the
 * disk the next one gathers, and nobody waits for a group to fill. The commands of a group run one
 * after the other over the same stores; their rows are read and locked by one statement a table
 * before, and written by one batch a table after. A refused command takes only its own changes
 * along; where the database refuses, nothing of the group is kept and each runs by itself.
 */
public final class GroupedTransactions implements Transactions {
  private static final int MOST = 64;

  /**
   * Where more than one may write: one group gathers or talks while the other is in the database.
   */
  private static final int LANES = 2;

  private final Jdbi jdbi;
  private final Shop shop;
  private final Sources sources;
  private final Runnable heard;
  private final Lanes lanes;

  /**
   * Over a database.
   *
   * @param heard called after each commit that had events; it must not block
   */
  public GroupedTransactions(
      Jdbi jdbi, Dialect dialect, Shop shop, Sources sources, Runnable heard) {
    this.jdbi = jdbi;
    this.shop = shop;
    this.sources = sources;
    this.heard = heard;
    lanes = new Lanes(dialect.singleWriter() ? 1 : LANES, MOST);
  }

  @Override
  public <R> R run(Actor actor, Consumer<Prefetch> rows, Function<UnitOfWork, R> work) {
    return Retries.run(() -> once(new Command<>(actor, rows, work)));
  }

  private <R> R once(Command<R> command) {
    lanes.enter(command);
    giveTurn();
    command.awaitTurn();
    if (!command.isSettled()) {
      lead(command);
    }
    try {
      return command.result();
    } catch (JdbiException e) {
      throw Reads.translated(e);
    }
  }

  /** The leader of the next group goes on when it has woken up; until then its group gathers. */
  private void giveTurn() {
    lanes.next().ifPresent(Command::giveTurn);
  }

  private void lead(Command<?> first) {
    List<Command<?>> group = lanes.gathered(first);
    giveTurn(); // where there was no room for all
    try {
      commit(group);
    } finally {
      lanes.leave(group);
      giveTurn();
      group.forEach(Command::settle);
    }
  }

  private void commit(List<Command<?>> group) {
    try {
      jdbi.useTransaction(handle -> run(handle, group));
    } catch (Throwable fault) {
      if (group.size() > 1 && isUndone(fault)) {
        group.forEach(command -> commit(List.of(command)));
      } else {
        Throwable cause = fault instanceof Spoilt spoilt ? spoilt.getCause() : fault;
        group.forEach(command -> command.fail(cause));
      }
    }
  }

  /** Not when the connection broke: what is not known to be undone is not done again. */
  private static boolean isUndone(Throwable fault) {
    return Reads.cause(fault).filter(Dialect::outOfReach).isEmpty();
  }

  private void run(Handle handle, List<Command<?>> group) {
    Session session = new Session(handle, shop, sources, heard);
    Prefetch rows = new Prefetch();
    group.forEach(command -> command.name(rows));
    session.prefetch(rows);
    for (Command<?> command : group) {
      try {
        command.run(session);
      } catch (Throwable thrown) {
        if (session.isSpoiltBy(thrown)) {
          throw new Spoilt(thrown);
        }
        command.fail(thrown);
      }
    }
    session.flush();
  }

  /** A command could not be undone alone. */
  private static final class Spoilt extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Spoilt(Throwable cause) {
      super(cause);
    }
  }
}
