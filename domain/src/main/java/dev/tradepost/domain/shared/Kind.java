package dev.tradepost.domain.shared;

/** The four ways a request can be refused; each adapter maps them to its own protocol once. */
public enum Kind {
  /** The request can never succeed as it stands. */
  INVALID,
  /** The caller may not do this, whatever the state. */
  FORBIDDEN,
  /** What the request names does not exist, or not for this caller. */
  NOT_FOUND,
  /** The request is sound but the present state does not allow it. */
  CONFLICT
}
