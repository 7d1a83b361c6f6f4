package dev.tradepost.integration.mail;

import dev.tradepost.domain.mail.Handover;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * What it means that a mail server did not take a message. A reply of 4xx or 5xx says that it did
 * not, at whatever point (RFC 5321, 4.2.1). Without a reply it did not either while the message had
 * not begun to go over the wire; after that nobody knows.
 */
final class Answers {
  private static final int TRANSIENT = 400;
  private static final int PERMANENT = 500;

  private Answers() {}

  /** A reply of the mail server's. */
  private record Reply(int code, String text) {}

  static Handover of(MessagingException failure, boolean underWay) {
    if (failure instanceof AuthenticationFailedException) {
      return Handover.notTaken("the mail server refused the login");
    }
    Optional<Reply> reply = reply(failure);
    if (reply.isPresent()) {
      String why = "answered " + reply.get().text;
      return reply.get().code >= PERMANENT ? Handover.refused(why) : Handover.notTaken(why);
    }
    String why = inWords(failure);
    return underWay
        ? Handover.unknown(why + " while it was handed over, so it may have arrived")
        : Handover.notTaken(why);
  }

  /** The first reply that says no; exceptions hang on each other in two ways. */
  private static Optional<Reply> reply(Throwable failure) {
    Deque<Throwable> open = new ArrayDeque<>();
    open.add(failure);
    while (!open.isEmpty()) {
      Throwable one = open.remove();
      Optional<Reply> reply = ofOne(one).filter(it -> it.code >= TRANSIENT);
      if (reply.isPresent()) {
        return reply;
      }
      if (one instanceof MessagingException messaging && messaging.getNextException() != null) {
        open.add(messaging.getNextException());
      }
      if (one.getCause() != null) {
        open.add(one.getCause());
      }
    }
    return Optional.empty();
  }

  private static Optional<Reply> ofOne(Throwable failure) {
    if (failure instanceof SMTPAddressFailedException refused) {
      return Optional.of(new Reply(refused.getReturnCode(), refused.getMessage()));
    }
    if (failure instanceof SMTPSenderFailedException refused) {
      return Optional.of(new Reply(refused.getReturnCode(), refused.getMessage()));
    }
    if (failure instanceof SMTPSendFailedException refused) {
      return Optional.of(new Reply(refused.getReturnCode(), refused.getMessage()));
    }
    return Optional.empty();
  }

  private static String inWords(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof UnknownHostException) {
        return "host not found";
      }
      if (cause instanceof SocketTimeoutException) {
        return "timed out";
      }
      if (cause instanceof SSLException) {
        return "no TLS connection";
      }
      if (cause instanceof ConnectException) {
        return "connection refused";
      }
    }
    return "connection lost";
  }
}
