package dev.tradepost.persistence.shared;

import org.jdbi.v3.core.Handle;

/**
 * The connection, for stores whose statements are run when they are called for. What those changed
 * can only be taken back with everything else of the transaction, so it is remembered that a
 * command was here.
 */
public final class Immediate {
  private final Handle handle;
  private boolean used;

  Immediate(Handle handle) {
    this.handle = handle;
  }

  public Handle handle() {
    used = true;
    return handle;
  }

  /** Whether somebody was here since it was last asked. */
  boolean wasUsed() {
    boolean before = used;
    used = false;
    return before;
  }
}
