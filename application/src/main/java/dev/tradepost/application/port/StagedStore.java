package dev.tradepost.application.port;

import dev.tradepost.domain.shared.Aggregate;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.DomainEvent;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the stores of all adapters do alike: each row is fetched once in a unit of work, changes
 * wait until the unit ends, and nothing is saved that was not got. It takes no decision of the
 * trade.
 */
public abstract class StagedStore<K, T extends Aggregate> implements Store<K, T> {
  private final EventSink events;
  private final Map<K, T> held = new LinkedHashMap<>();
  private final Map<K, T> seen = new HashMap<>();
  private final Set<K> absent = new HashSet<>();
  private final Map<K, Staged<T>> staged = new LinkedHashMap<>();

  protected StagedStore(EventSink events) {
    this.events = events;
  }

  /**
   * What one aggregate went through in this unit of work.
   *
   * @param versionBefore the version it was got at; 0 for something new
   */
  public record Staged<T>(long versionBefore, T state, List<DomainEvent> events) {
    public boolean isNew() {
      return versionBefore == 0;
    }
  }

  protected abstract K idOf(T aggregate);

  /** Fetches those that exist; locks them in sorted order if asked to. */
  protected abstract Collection<T> fetch(Collection<K> ids, boolean lock);

  @Override
  public final Map<K, T> getAll(Collection<K> ids) {
    Set<K> missing = new LinkedHashSet<>(ids);
    missing.removeIf(id -> held.containsKey(id) || absent.contains(id));
    if (!missing.isEmpty()) {
      hold(fetch(missing, true));
      missing.removeAll(held.keySet());
      absent.addAll(missing);
    }
    return pick(ids, held);
  }

  @Override
  public final Map<K, T> readAll(Collection<K> ids) {
    Set<K> missing = new LinkedHashSet<>(ids);
    missing.removeIf(id -> held.containsKey(id) || seen.containsKey(id) || absent.contains(id));
    if (!missing.isEmpty()) {
      fetch(missing, false).forEach(found -> seen.put(idOf(found), found));
      missing.removeAll(seen.keySet());
      absent.addAll(missing);
    }
    Map<K, T> found = pick(ids, seen);
    found.putAll(pick(ids, held));
    return found;
  }

  @Override
  public final void save(Change<T> change) {
    T state = change.state();
    K id = idOf(state);
    Staged<T> before = staged.get(id);
    T known = held.get(id);
    long knownVersion = known == null ? 0 : known.version();
    if (state.version() != knownVersion + change.events().size()) {
      throw new IllegalStateException(
          id + " was changed from a state this unit of work has not got");
    }
    List<DomainEvent> all = new ArrayList<>(before == null ? List.of() : before.events());
    all.addAll(change.events());
    staged.put(
        id, new Staged<>(before == null ? knownVersion : before.versionBefore(), state, all));
    held.put(id, state);
    absent.remove(id);
    events.add(state, change.events());
  }

  /**
   * Takes rows that were fetched and locked by another key; answers them as this unit sees them.
   */
  protected final List<T> hold(Collection<T> fetched) {
    List<T> current = new ArrayList<>(fetched.size());
    for (T row : fetched) {
      T known = held.putIfAbsent(idOf(row), row);
      current.add(known == null ? row : known);
    }
    return current;
  }

  /** Rows that were fetched without a lock, as this unit sees them, and what it made itself. */
  protected final Collection<T> look(Collection<T> fetched) {
    Map<K, T> seenNow = new LinkedHashMap<>();
    fetched.forEach(row -> seenNow.put(idOf(row), row));
    seenNow.putAll(held);
    return seenNow.values();
  }

  /** All rows this unit has got or made, at their latest state. */
  protected final Collection<T> held() {
    return held.values();
  }

  /** What is to be written when the unit ends, in the order of the first save. */
  public final Collection<Staged<T>> staged() {
    return staged.values();
  }

  /** Those that this unit of work made. */
  public final List<T> created() {
    return staged().stream().filter(Staged::isNew).map(Staged::state).toList();
  }

  private static <K, T> Map<K, T> pick(Collection<K> ids, Map<K, T> from) {
    Map<K, T> found = new LinkedHashMap<>();
    for (K id : ids) {
      if (from.containsKey(id)) {
        found.put(id, from.get(id));
      }
    }
    return found;
  }
}
