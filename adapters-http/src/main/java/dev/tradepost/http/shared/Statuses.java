package dev.tradepost.http.shared;

import dev.tradepost.application.ApplicationReason;
import dev.tradepost.domain.shared.Reason;
import dev.tradepost.domain.shared.SharedReason;
import java.util.Map;

/** The one table from reasons to HTTP statuses: by kind, but for a few that HTTP has words for. */
public final class Statuses {
  private static final Map<Reason, Integer> OF_THEIR_OWN =
      Map.ofEntries(
          Map.entry(SharedReason.STALE_VERSION, 412),
          Map.entry(ApplicationReason.KEY_REUSED, 422),
          Map.entry(ApplicationReason.TICKET_NOT_VALID, 401),
          Map.entry(HttpReason.UNAUTHENTICATED, 401),
          Map.entry(HttpReason.METHOD_NOT_ALLOWED, 405),
          Map.entry(HttpReason.NOT_ACCEPTABLE, 406),
          Map.entry(HttpReason.BODY_TOO_LARGE, 413),
          Map.entry(HttpReason.UNSUPPORTED_MEDIA_TYPE, 415),
          Map.entry(HttpReason.BUSY, 503),
          Map.entry(HttpReason.INTERNAL_ERROR, 500));

  private Statuses() {}

  public static int of(Reason reason) {
    Integer own = OF_THEIR_OWN.get(reason);
    if (own != null) {
      return own;
    }
    return switch (reason.kind()) {
      case INVALID -> 400;
      case FORBIDDEN -> 403;
      case NOT_FOUND -> 404;
      case CONFLICT -> 409;
    };
  }
}
