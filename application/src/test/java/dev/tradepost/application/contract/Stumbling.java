package dev.tradepost.application.contract;

import dev.tradepost.application.Actor;
import dev.tradepost.application.port.Prefetch;
import dev.tradepost.application.port.Transactions;
import dev.tradepost.application.port.UnitOfWork;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** Transactions of which the first fails before it begins. */
final class Stumbling implements Transactions {
  private final Transactions sound;
  private final AtomicInteger runs = new AtomicInteger();

  Stumbling(Transactions sound) {
    this.sound = sound;
  }

  @Override
  public <R> R run(Actor actor, Consumer<Prefetch> rows, Function<UnitOfWork, R> work) {
    if (runs.getAndIncrement() == 0) {
      throw new IllegalStateException("stumbled");
    }
    return sound.run(actor, rows, work);
  }
}
