package dev.tradepost.application.port;

/**
 * The work could not be done now, whatever it was. Nothing of it was kept, except perhaps where the
 * connection broke during the commit: a request with an idempotency key can safely be sent again.
 */
public final class Busy extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Busy(String what, Throwable cause) {
    super(what, cause);
  }
}
