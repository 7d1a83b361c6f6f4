package dev.tradepost.application.port;

import dev.tradepost.domain.shared.Aggregate;
import dev.tradepost.domain.shared.Change;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The aggregates of one kind as one unit of work sees them: what it saved before is what it gets
 * later, and others see it when the unit has ended.
 */
public interface Store<K, T extends Aggregate> {

  /** Gets and locks those that exist, in sorted order: "I will change them". */
  Map<K, T> getAll(Collection<K> ids);

  /** Looks at those that exist and locks nothing: for values that are copied, not changed. */
  Map<K, T> readAll(Collection<K> ids);

  /** Keeps a change of what this unit got, or of something new. */
  void save(Change<T> change);

  /** Gets and locks one. */
  default Optional<T> get(K id) {
    return Optional.ofNullable(getAll(List.of(id)).get(id));
  }

  /** Looks at one and locks nothing. */
  default Optional<T> read(K id) {
    return Optional.ofNullable(readAll(List.of(id)).get(id));
  }
}
