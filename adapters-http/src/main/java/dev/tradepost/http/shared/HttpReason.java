package dev.tradepost.http.shared;

import static dev.tradepost.domain.shared.Reason.Meaning.conflict;
import static dev.tradepost.domain.shared.Reason.Meaning.forbidden;
import static dev.tradepost.domain.shared.Reason.Meaning.invalid;
import static dev.tradepost.domain.shared.Reason.Meaning.notFound;

import dev.tradepost.domain.shared.Reason;

/** Refusals that only HTTP knows. */
public enum HttpReason implements Reason {
  UNAUTHENTICATED(
      forbidden(
          "The request has no valid token.",
          "Send Authorization: Bearer and a token that has not expired.")),
  ROUTE_NOT_FOUND(notFound("No route has this path.", "Compare the path with GET /openapi.yaml.")),
  ORIGIN_NOT_ALLOWED(
      forbidden(
          "A page of another site tried to open the socket.",
          "Serve the page from this server's address, or have its origin configured.")),
  METHOD_NOT_ALLOWED(
      invalid("The path exists, but not for this method.", "Use a method the Allow header names.")),
  NOT_ACCEPTABLE(
      invalid(
          "The Accept header excludes what this route can answer.",
          "Accept application/json, or leave the header out.")),
  UNSUPPORTED_MEDIA_TYPE(
      invalid("The body is not declared as JSON.", "Send Content-Type: application/json.")),
  BODY_TOO_LARGE(invalid("The body is larger than 1 MiB.", "Split the request.")),
  MALFORMED_JSON(
      invalid(
          "The body is no single JSON object: broken, empty, doubled or too deep.",
          "Send one JSON object in UTF-8 without duplicate names.")),
  INVALID_REQUEST(
      invalid(
          "Fields of the body are missing, unknown or out of their bounds.",
          "Correct the fields that errors lists, all at once.")),
  INVALID_PARAMETER(
      invalid(
          "A query parameter or header is unknown, doubled or out of its bounds.",
          "Correct the one the detail names.")),
  REQUEST_NOT_READABLE(
      invalid(
          "The request line or the headers break HTTP or its limits.",
          "Send a well-formed request with at most 8 KiB of headers.")),
  BUSY(
      conflict(
          "The server or its database cannot take the request now.",
          "Send it again after the seconds Retry-After says, with the same idempotency key.")),
  INTERNAL_ERROR(
      conflict(
          "A fault in the server; it has been logged under the requestId.",
          "Report the requestId; the same request may work later."));

  private final Meaning meaning;

  HttpReason(Meaning meaning) {
    this.meaning = meaning;
  }

  @Override
  public Meaning meaning() {
    return meaning;
  }
}
