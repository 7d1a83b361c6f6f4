package dev.tradepost.bootstrap;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Role;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.persistence.shared.Database;
import java.io.PrintWriter;
import java.net.BindException;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;

/** A server from its start until somebody stops it. */
final class Running {
  private static final Duration TOKEN_VALID_FOR = Duration.ofHours(12);

  private Running() {}

  /** The port could not be listened on; the message says why and what to do. */
  static final class CannotListen extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotListen(String message, Throwable cause) {
      super(message, cause);
    }
  }

  /** Serves until the process is told to stop. */
  static int serve(Settings settings, boolean demo, PrintWriter out) {
    settings.makeData();
    Wiring wiring = start(settings, demo);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  wiring.close();
                  stopped.countDown();
                },
                "stop"));
    announce(settings, wiring.port(), demo, out);
    try {
      stopped.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return 0;
  }

  private static Wiring start(Settings settings, boolean demo) {
    try {
      return new Wiring(settings, demo);
    } catch (RuntimeException e) {
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof BindException) {
          throw new CannotListen(
              "cannot listen on %s:%d (%s): stop what does, or choose another with --port"
                  .formatted(settings.host(), settings.port(), cause.getMessage()),
              e);
        }
      }
      throw e;
    }
  }

  private static void announce(Settings settings, int port, boolean demo, PrintWriter out) {
    String host = settings.host().equals("0.0.0.0") ? "localhost" : settings.host();
    String url = "http://" + host + ":" + port;
    Database.Location database = settings.database();
    boolean embedded = database.url().startsWith("jdbc:h2:");
    out.println("Tradepost " + Version.TEXT);
    out.println("  database  " + database + (embedded ? " (embedded: single node)" : ""));
    out.println("  API       " + url);
    out.println("  docs      " + url + "/docs");
    if (demo) {
      String customer = token(settings, "user_123", Role.CUSTOMER);
      out.println("  tokens for 12 hours, more from POST /auth/token:");
      out.println("  user_123 (customer)  " + customer);
      out.println("  sam (staff)  " + token(settings, "sam", Role.STAFF));
      out.println(
          "  try       curl -H 'Authorization: Bearer " + customer + "' " + url + "/inventory");
    }
    out.flush();
  }

  private static String token(Settings settings, String user, Role role) {
    Actor actor = new Actor(new UserId(user), role);
    return settings.tokens().issue(actor, TOKEN_VALID_FOR, Instant.now()).token();
  }
}
