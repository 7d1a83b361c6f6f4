package dev.tradepost.domain.shared;

import static dev.tradepost.domain.shared.Reason.Meaning.conflict;
import static dev.tradepost.domain.shared.Reason.Meaning.invalid;

/** Refusals every feature can give. */
public enum SharedReason implements Reason {
  UNKNOWN_CURRENCY(
      invalid(
          "The currency is not an ISO 4217 code with a minor unit.",
          "Send a three-letter code such as USD.")),
  AMOUNT_OFF_GRID(
      invalid(
          "The amount has more decimals than its currency.",
          "Round the amount to the currency's decimals before sending it.")),
  AMOUNT_OUT_OF_RANGE(
      invalid(
          "The amount, or a total computed from it, is past what can be represented exactly.",
          "Send a smaller amount or quantity.")),
  AMOUNT_NOT_POSITIVE(
      invalid("The amount must be greater than zero.", "Send an amount above zero.")),
  CURRENCY_MISMATCH(
      invalid(
          "Amounts of two currencies were added or compared.",
          "Use one currency throughout the request.")),
  QUANTITY_NOT_POSITIVE(
      invalid("A quantity must be a whole number of at least 1.", "Send 1 or more.")),
  UNREADABLE_TEXT(
      invalid(
          "A required text is missing, blank, too long or has characters it must not have.",
          "Send readable text within the documented length.")),
  UNKNOWN_PRODUCT(
      invalid(
          "The request names a product that is not in the catalogue.",
          "Use a productId from GET /products.")),
  STALE_VERSION(
      conflict(
          "The resource has changed since the version given in If-Match.",
          "Read it again, decide again, and send its new version.")),
  TRANSITION_NOT_ALLOWED(
      conflict(
          "The action is not allowed in the present state.",
          "Read allowedActions, and do one of those.")),
  INSUFFICIENT_STOCK(
      conflict(
          "Fewer pieces are available than were asked for.",
          "Ask for at most the available quantity, or try again later."));

  private final Meaning meaning;

  SharedReason(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}
