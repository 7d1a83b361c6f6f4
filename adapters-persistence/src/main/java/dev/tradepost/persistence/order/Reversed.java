package dev.tradepost.persistence.order;

/** The function {@code REVERSE} of PostgreSQL, for H2. */
public final class Reversed {

  private Reversed() {}

  /** The text from its end to its beginning. */
  public static String of(String text) {
    return new StringBuilder(text).reverse().toString();
  }
}
