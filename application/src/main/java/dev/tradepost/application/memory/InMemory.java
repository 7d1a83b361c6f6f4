package dev.tradepost.application.memory;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Shop;
import dev.tradepost.application.port.Prefetch;
import dev.tradepost.application.port.Retries;
import dev.tradepost.application.port.Sources;
import dev.tradepost.application.port.Transactions;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.application.port.Views;
import java.time.Clock;
import java.util.Random;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * The whole persistence in memory: one lock, one transaction at a time, nothing kept when the
 * process ends. The obvious implementation that the others are measured against.
 */
public final class InMemory implements Transactions {
  private final Tables tables = new Tables();
  private final Shop shop;
  private final Sources sources;

  public InMemory(Shop shop, Sources sources) {
    this.shop = shop;
    this.sources = sources;
  }

  /** For a start: the system's clock and random ids. */
  public InMemory(Shop shop) {
    this(shop, new Sources(Clock.systemUTC(), UUID::randomUUID, new Random()));
  }

  @Override
  public <R> R run(Actor actor, Consumer<Prefetch> rows, Function<UnitOfWork, R> work) {
    return Retries.run(
        () ->
            tables.locked(
                () -> {
                  InMemoryUnit unit = new InMemoryUnit(actor, shop, sources, tables);
                  R result = work.apply(unit);
                  unit.commit();
                  return result;
                }));
  }

  /** Reads what was committed. */
  public Views views() {
    return new InMemoryViews(tables);
  }
}
