package dev.tradepost.domain.webhook;

/** What can be done to a webhook. */
public enum WebhookAction {
  DISABLE,
  ENABLE,
  DELETE
}
