package dev.tradepost.integration.webhook;

import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** What the owner of a webhook is told where no answer came. */
final class Failures {

  private Failures() {}

  static String inWords(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof PublicNetwork.NotAllowed) {
        return "address not allowed";
      }
      if (cause instanceof UnknownHostException) {
        return "host not found";
      }
      if (cause instanceof TimeoutException || cause instanceof SocketTimeoutException) {
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
