package dev.tradepost.application.contract;

import dev.tradepost.application.Actor;
import dev.tradepost.application.port.Busy;
import dev.tradepost.application.port.Prefetch;
import dev.tradepost.application.port.Transactions;
import dev.tradepost.application.port.UnitOfWork;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;

/** Transactions of which one is lost: before it began, or after its commit on the way back. */
public final class Breaking implements Transactions {
  private final Transactions sound;
  private final int lost;
  private final boolean afterCommit;
  private final AtomicInteger runs = new AtomicInteger();

  /**
   * Loses one.
   *
   * @param lost which, the first one is 0; -1 for none
   */
  public Breaking(Transactions sound, int lost, boolean afterCommit) {
    this.sound = sound;
    this.lost = lost;
    this.afterCommit = afterCommit;
  }

  @Override
  public <R> R run(Actor actor, Consumer<Prefetch> rows, Function<UnitOfWork, R> work) {
    boolean loses = runs.getAndIncrement() == lost;
    R result = loses && !afterCommit ? null : sound.run(actor, rows, work);
    if (loses) {
      throw new Busy("lost on purpose", null);
    }
    return result;
  }

  /** How many transactions there were. */
  int runs() {
    return runs.get();
  }
}
