package dev.tradepost.domain.mail;

import java.util.Objects;
import java.util.UUID;

/** Names a mail. */
public record MailId(UUID value) {

  public MailId {
    Objects.requireNonNull(value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
