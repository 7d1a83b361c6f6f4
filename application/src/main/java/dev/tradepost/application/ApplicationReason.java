package dev.tradepost.application;

import static dev.tradepost.domain.shared.Reason.Meaning.conflict;
import static dev.tradepost.domain.shared.Reason.Meaning.forbidden;
import static dev.tradepost.domain.shared.Reason.Meaning.invalid;

import dev.tradepost.domain.shared.Reason;

/** Refusals that come before any rule of the trade. */
public enum ApplicationReason implements Reason {
  STAFF_ONLY(
      forbidden("Only the shop's staff may do this.", "Use a token whose role is staff or admin.")),
  NOT_FOR_OTHERS(
      forbidden(
          "A customer acted in the name of another user.",
          "Leave userId out, or send your own; staff may act for others.")),
  TICKET_NOT_VALID(
      forbidden(
          "The ticket was used, has expired, or was never given.",
          "Get a new one at POST /ws-tickets and connect with it within 30 seconds, once.")),
  INVALID_CURSOR(
      invalid(
          "The cursor is none that a list has answered.",
          "Send page.nextCursor of the previous answer unchanged, or leave it out.")),
  KEY_REUSED(
      conflict(
          "The idempotency key was used before for a different request.",
          "Use a new key for a new request, and the same body with the same key.")),
  KEY_IN_FLIGHT(
      conflict(
          "The first request with this idempotency key has not ended yet.",
          "Wait the seconds Retry-After says, then send the same request again."));

  private final Meaning meaning;

  ApplicationReason(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}
