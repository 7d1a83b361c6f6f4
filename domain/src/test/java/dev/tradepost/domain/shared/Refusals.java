package dev.tradepost.domain.shared;

/** Catches a refusal so that a test can look at it: {@code reasonOf(() -> order.ship(STAMP))}. */
public final class Refusals {

  private Refusals() {}

  /** The refusal of this verb; fails the test where it is not refused. */
  public static Rejection refusalOf(Runnable verb) {
    try {
      verb.run();
    } catch (Rejection refusal) {
      return refusal;
    }
    throw new AssertionError("expected a refusal, but it was allowed");
  }

  public static Reason reasonOf(Runnable verb) {
    return refusalOf(verb).reason();
  }
}
