package dev.tradepost.http.shared;

import dev.tradepost.application.ApplicationReason;
import dev.tradepost.application.port.Busy;
import dev.tradepost.application.port.Conflict;
import dev.tradepost.domain.shared.Reason;
import dev.tradepost.domain.shared.Rejection;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns everything that goes wrong into a problem document; a bug into a 500 that tells nothing.
 */
final class Problems {
  /** The request attribute that names what went wrong, for the metrics. */
  static final String CODE = "problem";

  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final Map<Integer, Reason> OF_JAVALIN =
      Map.of(
          404, HttpReason.ROUTE_NOT_FOUND,
          405, HttpReason.METHOD_NOT_ALLOWED,
          413, HttpReason.BODY_TOO_LARGE,
          415, HttpReason.UNSUPPORTED_MEDIA_TYPE);

  private Problems() {}

  static void install(RoutesConfig routes) {
    routes.exception(Rejection.class, (e, context) -> send(context, of(context, e)));
    routes.exception(InvalidRequest.class, (e, context) -> send(context, of(context, e)));
    routes.exception(Busy.class, (e, context) -> send(context, busy(context, e)));
    routes.exception(Conflict.class, (e, context) -> send(context, busy(context, e)));
    routes.exception(HttpResponseException.class, (e, context) -> sendOfJavalin(context, e));
    routes.exception(Exception.class, (e, context) -> send(context, fault(context, e)));
  }

  private static Problem of(Context context, Rejection rejection) {
    return Problem.of(rejection, context.path(), Requests.id(context));
  }

  private static Problem of(Context context, InvalidRequest invalid) {
    String detail = invalid.errors().size() + " field(s) must be corrected, see errors";
    return plain(context, HttpReason.INVALID_REQUEST, detail).with(invalid.errors());
  }

  private static Problem busy(Context context, RuntimeException e) {
    LOG.warn("request {} could not be taken: {}", Requests.id(context), e.getMessage());
    return plain(context, HttpReason.BUSY, "the server cannot take this now, send it again");
  }

  private static Problem fault(Context context, Exception e) {
    LOG.error("request {} met a fault", Requests.id(context), e);
    return plain(context, HttpReason.INTERNAL_ERROR, "a fault in the server, it has been logged");
  }

  private static void sendOfJavalin(Context context, HttpResponseException e) {
    Reason reason = OF_JAVALIN.getOrDefault(e.getStatus(), HttpReason.REQUEST_NOT_READABLE);
    String detail =
        switch (e.getStatus()) {
          case 404 -> "there is no route " + context.path();
          case 405 -> context.method() + " is not allowed here";
          default -> reason.meaning().cause();
        };
    String allowed = e.getDetails().get("availableMethods");
    if (allowed != null) {
      context.header("Allow", allowed);
    }
    send(context, plain(context, reason, detail));
  }

  private static Problem plain(Context context, Reason reason, String detail) {
    return Problem.of(reason, detail, context.path(), Requests.id(context));
  }

  private static void send(Context context, Problem problem) {
    context.attribute(CODE, problem.code());
    context.status(problem.status()).contentType(Problem.CONTENT_TYPE).result(Json.write(problem));
    if (problem.status() == 401) {
      context.header("WWW-Authenticate", "Bearer");
    }
    if (problem.status() == 503 || problem.code().equals(ApplicationReason.KEY_IN_FLIGHT.code())) {
      context.header("Retry-After", "1");
    }
  }
}
