package dev.tradepost.application.port;

import dev.tradepost.application.mail.Letter;
import dev.tradepost.domain.mail.Handover;

/** The mail server, outside the house; never called inside a transaction. */
@FunctionalInterface
public interface Mailer {

  /**
   * Hands one letter over and waits for the answer; bad news are a result. Only a letter that the
   * mail server has certainly not taken is said to be so.
   */
  Handover send(Letter letter);
}
