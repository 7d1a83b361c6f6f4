package dev.tradepost.persistence.shared;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * One writer that commits for everybody who waits: while one group is on its way to the disk the
 * next one gathers, and nobody waits for a group to fill. The commands of a group run one after the
 * other in one transaction, each behind a savepoint, so that a refused one takes only its own
 * changes along.
 */
final class GroupCommit {
  private static final int MOST = 64;
  private static final String SAVEPOINT = "command";

  private final Jdbi jdbi;
  private final Queue<Command<?>> waiting = new ArrayDeque<>();
  private boolean led;

  GroupCommit(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** The result, once it is committed; whatever the work throws is thrown here. */
  <R> R run(Function<Handle, R> work) {
    Command<R> command = new Command<>(work);
    if (!joins(command)) {
      command.turn.acquireUninterruptibly();
    }
    if (!command.settled) {
      lead();
    }
    return command.result();
  }

  /** Whether the command came first and leads a group. */
  private synchronized boolean joins(Command<?> command) {
    waiting.add(command);
    boolean first = !led;
    led = true;
    return first;
  }

  private void lead() {
    List<Command<?>> group = gathered();
    try {
      commit(group);
    } finally {
      handOver();
      group.forEach(Command::settle);
    }
  }

  private synchronized List<Command<?>> gathered() {
    List<Command<?>> group = new ArrayList<>();
    while (!waiting.isEmpty() && group.size() < MOST) {
      group.add(waiting.remove());
    }
    return group;
  }

  private synchronized void handOver() {
    led = !waiting.isEmpty();
    if (led) {
      waiting.element().turn.release();
    }
  }

  private void commit(List<Command<?>> group) {
    try {
      if (group.size() == 1) {
        jdbi.useTransaction(group.get(0)::run);
      } else {
        jdbi.useTransaction(handle -> group.forEach(command -> command.runApart(handle)));
      }
    } catch (GroupBroken broken) {
      group.forEach(command -> commit(List.of(command)));
    } catch (Throwable fault) {
      group.forEach(command -> command.fault = fault);
    }
  }

  /** A command could not be undone alone: nothing is committed, and each has to run by itself. */
  private static final class GroupBroken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    GroupBroken(Throwable cause) {
      super(cause);
    }
  }

  /** Written by the thread that leads its group, read by its own thread after its turn came. */
  private static final class Command<R> {
    private final Function<Handle, R> work;
    private final Semaphore turn = new Semaphore(0);
    private R result;
    private Throwable fault;
    private boolean settled;

    Command(Function<Handle, R> work) {
      this.work = work;
    }

    void run(Handle handle) {
      fault = null;
      result = work.apply(handle);
    }

    void runApart(Handle handle) {
      handle.savepoint(SAVEPOINT);
      try {
        run(handle);
      } catch (Throwable thrown) {
        undo(handle, thrown);
        fault = thrown;
      }
    }

    private static void undo(Handle handle, Throwable thrown) {
      try {
        handle.rollbackToSavepoint(SAVEPOINT);
      } catch (RuntimeException e) {
        e.addSuppressed(thrown);
        throw new GroupBroken(e);
      }
    }

    void settle() {
      settled = true;
      turn.release();
    }

    R result() {
      if (fault != null) {
        GroupCommit.<RuntimeException>rethrow(fault);
      }
      return result;
    }
  }

  @SuppressWarnings("unchecked") // what the work threw it could throw: it is passed on as it is
  private static <X extends Throwable> void rethrow(Throwable fault) throws X {
    throw (X) fault;
  }
}
