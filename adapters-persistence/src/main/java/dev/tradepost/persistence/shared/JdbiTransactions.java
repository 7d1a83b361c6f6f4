package dev.tradepost.persistence.shared;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.tradepost.application.Actor;
import dev.tradepost.application.Shop;
import dev.tradepost.application.port.Prefetch;
import dev.tradepost.application.port.Retries;
import dev.tradepost.application.port.Sources;
import dev.tradepost.application.port.Transactions;
import dev.tradepost.application.port.UnitOfWork;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * One database transaction for each unit of work, at READ COMMITTED: what is changed was locked
 * when it was got. The plain way, which {@link GroupedTransactions} is measured against.
 */
public final class JdbiTransactions implements Transactions {
  private final Jdbi jdbi;
  private final Dialect dialect;
  private final Shop shop;
  private final Sources sources;
  private final Runnable heard;
  private final ReentrantLock writer = new ReentrantLock(true);

  /** Over a database where nobody waits for events. */
  public JdbiTransactions(Jdbi jdbi, Dialect dialect, Shop shop, Sources sources) {
    this(jdbi, dialect, shop, sources, () -> {});
  }

  /**
   * Over a database.
   *
   * @param heard called after each commit that had events; it must not block
   */
  public JdbiTransactions(Jdbi jdbi, Dialect dialect, Shop shop, Sources sources, Runnable heard) {
    this.jdbi = jdbi;
    this.dialect = dialect;
    this.shop = shop;
    this.sources = sources;
    this.heard = heard;
  }

  /** The given clock, UUIDv7 ids that grow, and strong chance. */
  public static Sources sources(Clock clock) {
    return new Sources(clock, UuidCreator::getTimeOrderedEpochPlus1, new SecureRandom());
  }

  @Override
  public <R> R run(Actor actor, Consumer<Prefetch> rows, Function<UnitOfWork, R> work) {
    return Retries.run(() -> once(handle -> inside(handle, actor, work)));
  }

  private <R> R once(Function<Handle, R> work) {
    if (!dialect.singleWriter()) {
      return translated(work);
    }
    writer.lock();
    try {
      return translated(work);
    } finally {
      writer.unlock();
    }
  }

  private <R> R translated(Function<Handle, R> work) {
    try {
      return jdbi.inTransaction(work::apply);
    } catch (JdbiException e) {
      throw Reads.translated(e);
    }
  }

  private <R> R inside(Handle handle, Actor actor, Function<UnitOfWork, R> work) {
    Session session = new Session(handle, shop, sources, heard);
    R result = session.run(actor, work);
    session.flush();
    return result;
  }
}
