package dev.tradepost.application.port;

import dev.tradepost.domain.shared.Aggregate;
import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.DomainEvent;
import dev.tradepost.domain.shared.Stamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjLongConsumer;

/**
 * What the stores of all adapters do alike: each row is fetched once in a unit of work, changes
 * wait until the unit ends, and nothing is saved that was not got. Several commands may follow one
 * another in one unit: each sees what those before it did, and can be taken back alone until the
 * next one begins. It takes no decision of the trade.
 */
public abstract class StagedStore<K, T extends Aggregate> implements Store<K, T> {
  private final EventSink events;
  private final Map<K, T> held = new LinkedHashMap<>();
  private final Map<K, T> seen = new HashMap<>();
  private final Set<K> absent = new HashSet<>();
  private final List<Staged<T>> accepted = new ArrayList<>();
  private final Map<K, Staged<T>> draft = new LinkedHashMap<>();
  private final Map<K, T> beforeDraft = new HashMap<>();

  protected StagedStore(EventSink events) {
    this.events = events;
  }

  /**
   * What one aggregate went through.
   *
   * @param versionBefore the version it was got at; 0 for something new
   * @param stamp when it went through it last, and by whose doing
   */
  public record Staged<T>(long versionBefore, T state, List<DomainEvent> events, Stamp stamp) {
    public boolean isNew() {
      return versionBefore == 0;
    }

    /** Its events one by one, each with the version that it made. */
    public void eachEvent(ObjLongConsumer<DomainEvent> told) {
      long version = versionBefore;
      for (DomainEvent event : events) {
        version++;
        told.accept(event, version);
      }
    }

    private Staged<T> then(Staged<T> next) {
      List<DomainEvent> all = new ArrayList<>(events);
      all.addAll(next.events);
      return new Staged<>(versionBefore, next.state, all, next.stamp);
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
    T known = held.get(id);
    long knownVersion = known == null ? 0 : known.version();
    if (state.version() != knownVersion + change.events().size()) {
      throw new IllegalStateException(
          id + " was changed from a state this unit of work has not got");
    }
    if (!draft.containsKey(id)) {
      beforeDraft.put(id, known);
    }
    draft.merge(
        id, new Staged<>(knownVersion, state, change.events(), events.stamp()), Staged::then);
    held.put(id, state);
    absent.remove(id);
    events.add(state, change.events());
  }

  /** Keeps what the command did that has just ended: from here on it can be undone no more. */
  public final void accept() {
    accepted.addAll(draft.values());
    forgetDraft();
  }

  /** Takes back what was saved since the last {@link #accept}; what was got stays locked. */
  public final void undo() {
    beforeDraft.forEach(
        (id, before) -> {
          if (before == null) {
            held.remove(id);
          } else {
            held.put(id, before);
          }
        });
    forgetDraft();
  }

  private void forgetDraft() {
    draft.clear();
    beforeDraft.clear();
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

  /** What is to be written when the unit ends, one for each aggregate, the first saved first. */
  public final Collection<Staged<T>> staged() {
    Map<K, Staged<T>> all = new LinkedHashMap<>();
    steps().forEach(step -> all.merge(idOf(step.state()), step, Staged::then));
    return all.values();
  }

  /** The same command by command: an aggregate that two of them changed is there twice. */
  public final List<Staged<T>> steps() {
    List<Staged<T>> all = new ArrayList<>(accepted);
    all.addAll(draft.values());
    return all;
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
