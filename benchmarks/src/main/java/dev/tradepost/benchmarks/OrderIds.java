package dev.tradepost.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** The orders of one side that are there and not cancelled; shared by all its workers. */
final class OrderIds {
  private final List<UUID> ids = new ArrayList<>();

  synchronized void add(UUID id) {
    ids.add(id);
  }

  /** Any of them, which stays. */
  synchronized UUID any(Random random) {
    return ids.get(random.nextInt(ids.size()));
  }

  /** One that nobody else will get; null where none is left. */
  synchronized UUID take() {
    return ids.isEmpty() ? null : ids.remove(ids.size() - 1);
  }
}
