package dev.tradepost.domain.webhook;

/** What a webhook can be. */
public enum WebhookStatus {
  /** It is told of events. */
  ACTIVE,
  /** Its receiver is gone, or has taken nothing for too long. */
  DISABLED,
  /** Its owner has taken it away. */
  DELETED
}
