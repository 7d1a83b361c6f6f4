package dev.tradepost.application.port;

import dev.tradepost.application.Once;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;

/** The answers kept for idempotency keys. */
public interface AnswerStore {

  /** What the request of this scope and key was answered, if it has ended. */
  Optional<Kept> find(Once once);

  /** Looks these up by one statement, before each is asked for by {@link #find}. */
  default void lookUp(Collection<Once> all) {}

  /** Keeps an answer; where a twin was faster, this unit of work is run again. */
  void keep(Once once, Kept answer);

  /** Forgets what was answered before this moment; how many that were. */
  int forgetBefore(Instant moment);

  /** A kept answer and what was asked. */
  record Kept(String fingerprint, String text) {}
}
