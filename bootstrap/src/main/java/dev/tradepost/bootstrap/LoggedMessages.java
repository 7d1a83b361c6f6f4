package dev.tradepost.bootstrap;

import dev.tradepost.application.port.Notifier;
import dev.tradepost.domain.shared.UserId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Messages to users as the demo brings them: into the log, one-time codes included. Anywhere else a
 * message is only said to have been due, because a log is no secret.
 */
final class LoggedMessages implements Notifier {
  private static final Logger LOG = LoggerFactory.getLogger(LoggedMessages.class);

  private final boolean demo;

  LoggedMessages(boolean demo) {
    this.demo = demo;
  }

  @Override
  public void tell(UserId user, String message) {
    if (demo) {
      LOG.info("to {}: {}", user, message);
    } else {
      LOG.warn("no way to reach users is configured, so a message to {} was not sent", user);
    }
  }
}
