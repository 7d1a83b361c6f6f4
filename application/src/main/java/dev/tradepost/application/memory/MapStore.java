package dev.tradepost.application.memory;

import dev.tradepost.application.port.Conflict;
import dev.tradepost.application.port.EventSink;
import dev.tradepost.application.port.StagedStore;
import dev.tradepost.domain.shared.Aggregate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** A store over a map; the lock around the whole unit of work is all the locking there is. */
class MapStore<K, T extends Aggregate> extends StagedStore<K, T> {
  private final Map<K, T> committed;
  private final Function<T, K> id;

  MapStore(Map<K, T> committed, Function<T, K> id, EventSink events) {
    super(events);
    this.committed = committed;
    this.id = id;
  }

  @Override
  protected K idOf(T aggregate) {
    return id.apply(aggregate);
  }

  @Override
  protected Collection<T> fetch(Collection<K> ids, boolean lock) {
    return ids.stream().filter(committed::containsKey).map(committed::get).toList();
  }

  /** Those this unit of work sees of which this holds, in the order they were made. */
  List<T> getWhere(Predicate<T> wanted) {
    hold(committed.values().stream().filter(wanted).toList());
    return held().stream().filter(wanted).toList();
  }

  /** The same without getting them: for values that are copied, not changed. */
  List<T> lookWhere(Predicate<T> wanted) {
    return look(committed.values()).stream().filter(wanted).toList();
  }

  /** Refuses something new where another unit of work has made the same meanwhile. */
  void requireNoTwins() {
    for (T made : created()) {
      if (committed.containsKey(idOf(made))) {
        throw new Conflict(idOf(made) + " is there already", null);
      }
    }
  }

  void commit() {
    staged().forEach(staged -> committed.put(idOf(staged.state()), staged.state()));
  }
}
