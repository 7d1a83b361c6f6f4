package dev.tradepost.http.shared;

import dev.tradepost.domain.shared.Rejection;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.util.Locale;

/** What every request passes before its route: an id, a token, headers the server can serve. */
final class Door {
  /** The request attribute that holds the template of the route that was found. */
  static final String MATCHED = "route";

  private Door() {}

  static void install(RoutesConfig routes, Tokens tokens) {
    routes.before(Requests::begin);
    routes.before(Door::harden);
    routes.beforeMatched(context -> letIn(context, tokens));
  }

  private static void letIn(Context context, Tokens tokens) {
    context.attribute(MATCHED, context.endpoints().matchedHttpEndpoint().path);
    if (context.routeRoles().contains(Api.Access.ANYONE)) {
      return;
    }
    context.attribute(Tokens.ACTOR, tokens.authenticate(context.header("Authorization")));
    requireAcceptable(context, context.routeRoles().contains(Api.Access.FILE));
  }

  private static void requireAcceptable(Context context, boolean file) {
    String accept = context.header("Accept");
    if (accept == null || accept.isBlank()) {
      return;
    }
    String all = accept.toLowerCase(Locale.ROOT);
    boolean json = all.contains("*/*") || all.contains("application/*") || all.contains("json");
    if (!json && !(file && all.contains(Csv.TYPE))) {
      throw new Rejection(
          HttpReason.NOT_ACCEPTABLE,
          "this route answers application/json" + (file ? " or " + Csv.TYPE : ""));
    }
  }

  private static void harden(Context context) {
    context.header("X-Content-Type-Options", "nosniff");
    context.header("X-Frame-Options", "DENY");
    context.header("Referrer-Policy", "no-referrer");
    context.header("Cache-Control", "no-store");
    context.header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
  }
}
