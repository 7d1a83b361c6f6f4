package dev.tradepost.persistence.shared;

import dev.tradepost.application.port.Conflict;
import dev.tradepost.application.port.EventSink;
import dev.tradepost.application.port.StagedStore;
import dev.tradepost.domain.shared.Aggregate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;

/**
 * A store over tables: fetches by one statement whatever the number of ids, and writes one batch a
 * table when the unit of work ends.
 */
public abstract class JdbiStore<K, T extends Aggregate> extends StagedStore<K, T>
    implements Staging {
  private final Handle handle;

  protected JdbiStore(Handle handle, EventSink events) {
    super(events);
    this.handle = handle;
  }

  protected final Handle handle() {
    return handle;
  }

  /**
   * Gets and locks the rows that belong to these owners, those of each owner fetched once.
   *
   * @param complete the owners whose rows are all held; it grows by those that are fetched
   */
  protected final <F> List<T> getOf(
      Collection<F> owners,
      Set<F> complete,
      Function<T, F> ownerOf,
      Function<Set<F>, Collection<T>> fetch) {
    Set<F> missing = new LinkedHashSet<>(owners);
    missing.removeAll(complete);
    if (!missing.isEmpty()) {
      hold(fetch.apply(missing));
      complete.addAll(missing);
    }
    return held().stream().filter(row -> owners.contains(ownerOf.apply(row))).toList();
  }

  /** Writes everything that was staged. */
  public abstract void flush();

  /** Runs the statement once for each of these, as one batch. */
  protected final <R> void batch(String sql, Collection<R> rows, BiConsumer<Batch, R> bind) {
    Batch.run(handle, sql, rows, bind);
  }

  /** Inserts what is new; {@code bind} names every column of the row. */
  protected final void insertNew(String sql, BiConsumer<Batch, T> bind) {
    batch(sql, created(), bind);
  }

  /** Updates what was there at the version it was got at ({@code :before}). */
  protected final void updateOld(String sql, BiConsumer<Batch, T> bind) {
    updateOld(row -> true, sql, bind);
  }

  /** The same for those of them that are meant. */
  protected final void updateOld(
      Predicate<Staged<T>> meant, String sql, BiConsumer<Batch, T> bind) {
    List<Staged<T>> old = staged().stream().filter(row -> !row.isNew()).filter(meant).toList();
    int[] counts =
        Batch.run(
            handle,
            sql,
            old,
            (batch, row) -> {
              batch.bind("before", row.versionBefore());
              bind.accept(batch, row.state());
            });
    for (int count : counts) {
      if (count == 0) {
        throw new Conflict("a row changed under its lock", null);
      }
    }
  }
}
