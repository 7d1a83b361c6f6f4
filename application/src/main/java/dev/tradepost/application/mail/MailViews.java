package dev.tradepost.application.mail;

import java.time.Instant;

/** Reads mails. */
@FunctionalInterface
public interface MailViews {

  /** Whether anything is due. */
  boolean anyDue(Instant now);
}
