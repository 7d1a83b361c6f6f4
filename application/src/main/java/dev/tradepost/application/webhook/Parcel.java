package dev.tradepost.application.webhook;

import dev.tradepost.application.port.EventViews.Logged;
import dev.tradepost.domain.webhook.Delivery;
import java.util.List;

/**
 * A delivery with all that is needed to send it; it does not show its secrets.
 *
 * @param secrets what it is signed with, the newest first
 */
public record Parcel(Delivery delivery, String url, List<String> secrets, Logged event) {

  public Parcel {
    secrets = List.copyOf(secrets);
  }

  @Override
  public String toString() {
    return "event " + event.seq() + " for webhook " + delivery.webhookId();
  }
}
