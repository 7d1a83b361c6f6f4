package dev.tradepost.persistence.shared;

import com.github.f4b6a3.uuid.UuidCreator;
import dev.tradepost.application.Actor;
import dev.tradepost.application.Shop;
import dev.tradepost.application.port.Retries;
import dev.tradepost.application.port.Sources;
import dev.tradepost.application.port.Transactions;
import dev.tradepost.application.port.UnitOfWork;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.JdbiException;

/**
 * One database transaction for each unit of work, at READ COMMITTED: what is changed was locked
 * when it was got. On a database that takes one writer at a time, those who wait share one.
 */
public final class JdbiTransactions implements Transactions {
  private final Jdbi jdbi;
  private final Dialect dialect;
  private final Shop shop;
  private final Sources sources;
  private final GroupCommit writer;

  public JdbiTransactions(Jdbi jdbi, Dialect dialect, Shop shop, Sources sources) {
    this.jdbi = jdbi;
    this.dialect = dialect;
    this.shop = shop;
    this.sources = sources;
    this.writer = new GroupCommit(jdbi);
  }

  /** The given clock, UUIDv7 ids that grow, and strong chance. */
  public static Sources sources(Clock clock) {
    return new Sources(clock, UuidCreator::getTimeOrderedEpochPlus1, new SecureRandom());
  }

  @Override
  public <R> R run(Actor actor, Function<UnitOfWork, R> work) {
    return Retries.run(() -> once(handle -> inside(handle, actor, work)));
  }

  private <R> R once(Function<Handle, R> work) {
    try {
      return dialect.singleWriter() ? writer.run(work) : jdbi.inTransaction(work::apply);
    } catch (JdbiException e) {
      throw Reads.translated(e);
    }
  }

  private <R> R inside(Handle handle, Actor actor, Function<UnitOfWork, R> work) {
    JdbiUnit unit = new JdbiUnit(handle, actor, shop, sources);
    R result = work.apply(unit);
    unit.flush();
    return result;
  }
}
