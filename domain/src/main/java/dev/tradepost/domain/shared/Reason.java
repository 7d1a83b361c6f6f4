package dev.tradepost.domain.shared;

import java.util.Locale;

/**
 * A named refusal. Each feature lists its own in an enum, in order of precedence: where several
 * apply, the one declared first is given.
 */
public interface Reason {

  /** The constant's name, UPPER_SNAKE. */
  String name();

  Meaning meaning();

  /** Which of the four ways of refusing this is. */
  default Kind kind() {
    return meaning().kind();
  }

  /** The stable name clients see: the constant in kebab-case. */
  default String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * What a reason says in the reference.
   *
   * @param kind which of the four ways of refusing this is
   * @param cause what led to the refusal, one sentence
   * @param fix what the caller can do about it, one sentence
   */
  record Meaning(Kind kind, String cause, String fix) {

    public static Meaning invalid(String cause, String fix) {
      return new Meaning(Kind.INVALID, cause, fix);
    }

    public static Meaning forbidden(String cause, String fix) {
      return new Meaning(Kind.FORBIDDEN, cause, fix);
    }

    public static Meaning notFound(String cause, String fix) {
      return new Meaning(Kind.NOT_FOUND, cause, fix);
    }

    public static Meaning conflict(String cause, String fix) {
      return new Meaning(Kind.CONFLICT, cause, fix);
    }
  }
}
