package dev.tradepost.application.mail;

import dev.tradepost.domain.mail.MailAddress;
import dev.tradepost.domain.mail.MailId;

/**
 * A mail in words, as it is handed over; it does not show them.
 *
 * @param text the whole of it as plain text
 * @param html the whole of it once more as a page
 */
public record Letter(MailId id, MailAddress to, String subject, String text, String html) {

  public Letter {
    if (subject.isBlank() || subject.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException("a subject is one line");
    }
  }

  @Override
  public String toString() {
    return "mail " + id;
  }
}
