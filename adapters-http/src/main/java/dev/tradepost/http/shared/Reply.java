package dev.tradepost.http.shared;

import io.javalin.http.Context;

/**
 * An answer with the headers that belong to it, as it is kept for an idempotency key.
 *
 * @param location where what was made can be read; empty for nothing made
 * @param etag the version of what is answered; empty for what has none
 * @param body JSON
 */
public record Reply(int status, String location, String etag, String body) implements Response {

  public static Reply ok(Object body) {
    return new Reply(200, "", "", Json.write(body));
  }

  public static Reply ok(long version, Object body) {
    return new Reply(200, "", etag(version), Json.write(body));
  }

  public static Reply created(String location, Object body) {
    return new Reply(201, location, "", Json.write(body));
  }

  public static Reply created(String location, long version, Object body) {
    return new Reply(201, location, etag(version), Json.write(body));
  }

  /** It is done and there is nothing to show. */
  public static Reply nothing() {
    return new Reply(204, "", "", "");
  }

  /** A refusal that is kept like an answer, because it left a trace. */
  public static Reply refused(Problem problem) {
    return new Reply(problem.status(), "", "", Json.write(problem));
  }

  public Reply withStatus(int other) {
    return new Reply(other, location, etag, body);
  }

  @Override
  public void send(Context context) {
    String type = status < 400 ? "application/json" : Problem.CONTENT_TYPE;
    context.status(status);
    if (!body.isEmpty()) {
      context.contentType(type).result(body);
    }
    if (!location.isEmpty()) {
      context.header("Location", location);
    }
    if (!etag.isEmpty()) {
      context.header("ETag", etag);
    }
  }

  /** The text that is kept: a line each for status, location and etag, then the body. */
  public String encode() {
    return status + "\n" + location + "\n" + etag + "\n" + body;
  }

  static Reply decode(String text) {
    String[] parts = text.split("\n", 4);
    return new Reply(Integer.parseInt(parts[0]), parts[1], parts[2], parts[3]);
  }

  private static String etag(long version) {
    return "\"" + version + "\"";
  }
}
