package dev.tradepost.http.shared;

import io.javalin.http.Context;

/** What a route answers. */
@FunctionalInterface
public interface Response {

  void send(Context context);
}
