package dev.tradepost.domain.webhook;

import static dev.tradepost.domain.shared.Reason.Meaning.conflict;
import static dev.tradepost.domain.shared.Reason.Meaning.invalid;
import static dev.tradepost.domain.shared.Reason.Meaning.notFound;

import dev.tradepost.domain.shared.Reason;

/** Refusals about webhooks. */
public enum WebhookReason implements Reason {
  WEBHOOK_URL_NOT_USABLE(
      invalid(
          "The URL is no absolute http or https URL of at most 2,000 characters, or has a user name"
              + " or a fragment.",
          "Send a URL such as https://shop.example/hooks.")),
  WEBHOOK_URL_NOT_ALLOWED(
      invalid(
          "The URL is not encrypted, its host cannot be found, or it leads into a network that is"
              + " not public.",
          "Send an https URL of a public host; the shop's operator can allow others.")),
  UNKNOWN_EVENT_TYPE(
      invalid(
          "A type is none of the events there are.",
          "Use types of the events reference, or leave types out to be told of all.")),
  WEBHOOK_NOT_FOUND(
      notFound("There is no such webhook, or it is not yours.", "Use an id from GET /webhooks.")),
  TOO_MANY_WEBHOOKS(
      conflict("A user has at most ten webhooks.", "Delete one that is not needed any more."));

  private final Meaning meaning;

  WebhookReason(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}
