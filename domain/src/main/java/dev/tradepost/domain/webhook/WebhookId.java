package dev.tradepost.domain.webhook;

import java.util.Objects;
import java.util.UUID;

/** Names a webhook. */
public record WebhookId(UUID value) implements Comparable<WebhookId> {

  public WebhookId {
    Objects.requireNonNull(value);
  }

  @Override
  public int compareTo(WebhookId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
