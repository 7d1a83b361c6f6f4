package dev.tradepost.http.shared;

import io.javalin.http.Context;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/** Gives every request an id, and one line in the log; never a token, a body or a query. */
final class Requests {
  private static final Logger LOG = LoggerFactory.getLogger("dev.tradepost.http.access");
  private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9._-]{1,64}");
  private static final String ID = "requestId";

  private Requests() {}

  /** Takes over the caller's X-Request-Id where it is harmless, else makes one. */
  static void begin(Context context) {
    String given = context.header("X-Request-Id");
    String id = given != null && SAFE.matcher(given).matches() ? given : unguarded();
    context.attribute(ID, id);
    context.header("X-Request-Id", id);
    MDC.put(ID, id);
  }

  /** No secret, so no secure chance: that would make every request wait for one source. */
  private static String unguarded() {
    ThreadLocalRandom chance = ThreadLocalRandom.current();
    return new UUID(chance.nextLong(), chance.nextLong()).toString();
  }

  static String id(Context context) {
    return context.attribute(ID);
  }

  static void end(Context context, float millis) {
    if (LOG.isInfoEnabled()) {
      LOG.info(
          "{} {} {} {}ms", context.method(), context.path(), context.statusCode(), (int) millis);
    }
    MDC.remove(ID);
  }
}
