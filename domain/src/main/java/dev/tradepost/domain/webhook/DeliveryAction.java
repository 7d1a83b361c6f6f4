package dev.tradepost.domain.webhook;

/** What can happen to a delivery. */
public enum DeliveryAction {
  /** The one before it has ended. */
  RELEASE,
  /** It is sent. */
  SEND,
  /** The receiver took it. */
  ACCEPT,
  /** The receiver did not take it. */
  RETRY,
  GIVE_UP
}
