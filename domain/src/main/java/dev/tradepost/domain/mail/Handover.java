package dev.tradepost.domain.mail;

import java.util.Objects;
import java.util.Optional;

/**
 * What came of handing one mail over once.
 *
 * @param why in a few words; empty where it was taken
 */
public record Handover(Result result, Optional<String> why) {
  private static final int LONGEST = 200;

  /** Who has the mail now. */
  public enum Result {
    /** The mail server. */
    TAKEN,
    /** Certainly not the mail server, which may take it later. */
    NOT_TAKEN,
    /** Certainly not the mail server, which will never take it. */
    REFUSED,
    /** Nobody knows: the mail was on its way when the mail server was heard of last. */
    UNKNOWN
  }

  public Handover {
    Objects.requireNonNull(result);
    why = why.map(Handover::plain);
  }

  public static Handover taken() {
    return new Handover(Result.TAKEN, Optional.empty());
  }

  public static Handover notTaken(String why) {
    return new Handover(Result.NOT_TAKEN, Optional.of(why));
  }

  public static Handover refused(String why) {
    return new Handover(Result.REFUSED, Optional.of(why));
  }

  public static Handover unknown(String why) {
    return new Handover(Result.UNKNOWN, Optional.of(why));
  }

  private static String plain(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() > LONGEST ? line.substring(0, LONGEST) : line;
  }
}
