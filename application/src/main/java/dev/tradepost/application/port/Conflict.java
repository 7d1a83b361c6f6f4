package dev.tradepost.application.port;

/** This unit of work lost a race; nothing of it was kept, and it may be run again. */
public final class Conflict extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Conflict(String what, Throwable cause) {
    super(what, cause);
  }
}
