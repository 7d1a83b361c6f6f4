package dev.tradepost.application;

import dev.tradepost.application.port.AnswerStore;
import dev.tradepost.application.port.Transactions;
import dev.tradepost.application.port.UnitOfWork;
import dev.tradepost.application.port.UseCaseObserver;
import dev.tradepost.domain.shared.Rejection;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The one door to the use cases: who may, once only, one transaction each, watched. */
public final class UseCases {
  private final Transactions transactions;
  private final UseCaseObserver observer;

  public UseCases(Transactions transactions, UseCaseObserver observer) {
    this.transactions = transactions;
    this.observer = observer;
  }

  /** Runs the use case in a transaction of its own. */
  public <R> R execute(Actor actor, UseCase<R> useCase) {
    return watched(
        useCase,
        () -> {
          requireRole(actor, useCase);
          return transactions.run(actor, rows -> useCase.prefetch(actor, rows), useCase::run);
        });
  }

  /**
   * Runs the use case at most once for this key, and keeps its rendered answer in the same
   * transaction. A refused try is not kept: the same key may try again.
   *
   * @param render turns the result into the text that is kept; a pure function
   */
  public <R> Answer executeOnce(
      Actor actor, Optional<Once> once, UseCase<R> useCase, Function<R, String> render) {
    if (once.isEmpty()) {
      return new Answer(render.apply(execute(actor, useCase)), false);
    }
    return watched(
        useCase,
        () -> {
          requireRole(actor, useCase);
          return transactions.run(
              actor,
              rows -> useCase.prefetch(actor, rows.answer(once.get())),
              work -> answer(work, once.get(), useCase, render));
        });
  }

  private static <R> Answer answer(
      UnitOfWork work, Once once, UseCase<R> useCase, Function<R, String> render) {
    Optional<Answer> earlier = earlier(work, once);
    if (earlier.isPresent()) {
      return earlier.get();
    }
    try {
      String text = render.apply(useCase.run(work));
      work.answers().keep(once, new AnswerStore.Kept(once.fingerprint(), text));
      return new Answer(text, false);
    } catch (Rejection rejection) {
      // A twin of this request may have ended while this one waited for its locks.
      return earlier(work, once).orElseThrow(() -> rejection);
    }
  }

  private static Optional<Answer> earlier(UnitOfWork work, Once once) {
    Optional<AnswerStore.Kept> kept = work.answers().find(once);
    kept.filter(answer -> !answer.fingerprint().equals(once.fingerprint()))
        .ifPresent(
            answer -> {
              throw new Rejection(
                  ApplicationReason.KEY_REUSED,
                  "the key '" + once.key() + "' belongs to another request, use a new one");
            });
    return kept.map(answer -> new Answer(answer.text(), true));
  }

  private static void requireRole(Actor actor, UseCase<?> useCase) {
    if (!actor.has(useCase.requires())) {
      throw new Rejection(ApplicationReason.STAFF_ONLY, "only the shop's staff may do this");
    }
  }

  private <R> R watched(UseCase<?> useCase, Supplier<R> run) {
    long start = System.nanoTime();
    String outcome = "error";
    try {
      R result = run.get();
      outcome = "done";
      return result;
    } catch (Rejection rejection) {
      outcome = rejection.reason().code();
      throw rejection;
    } finally {
      observer.ran(
          useCase.getClass().getSimpleName(), outcome, Duration.ofNanos(System.nanoTime() - start));
    }
  }
}
