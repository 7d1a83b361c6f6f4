package dev.tradepost.http.live;

import dev.tradepost.application.Actor;
import dev.tradepost.application.live.GiveTicket;
import dev.tradepost.application.live.Ticket;
import dev.tradepost.application.live.UseTicket;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.UserId;
import dev.tradepost.http.shared.Api;
import dev.tradepost.http.shared.Call;
import dev.tradepost.http.shared.HttpReason;
import dev.tradepost.http.shared.Reply;
import dev.tradepost.http.shared.Tokens;
import io.javalin.http.Context;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** The socket {@code /ws/orders}: who may open it, and what it does not do. */
public final class LiveRoutes {
  private static final String PATH = "/ws/orders";
  private static final String LISTENER = "listener";
  private static final String STREAM = "stream";
  private static final String MESSAGES = "messages";
  private static final Set<String> PARAMETERS = Set.of("since", "userId", "orderId", "ticket");
  private static final int MAX_MESSAGE = 64 * 1024;
  private static final int MAX_MESSAGES = 20;
  private static final Duration IDLE = Duration.ofMinutes(2);

  private final Api api;
  private final LiveOrders live;
  private final Tokens tokens;
  private final Set<String> origins;

  private LiveRoutes(Api api, LiveOrders live, Tokens tokens, Set<String> origins) {
    this.api = api;
    this.live = live;
    this.tokens = tokens;
    this.origins = origins;
  }

  /**
   * Puts the routes up.
   *
   * @param origins the pages that may open the socket, beside those of this server's own address
   */
  public static void install(Api api, LiveOrders live, Tokens tokens, Set<String> origins) {
    LiveRoutes routes = new LiveRoutes(api, live, tokens, Set.copyOf(origins));
    api.socket(PATH, routes::letIn, routes::serve);
    api.post("/ws-tickets", routes::ticket);
  }

  record TicketResponse(String ticket, Instant expiresAt) {}

  private Reply ticket(Call call) {
    call.requireNoFields();
    Instant until = tokens.bearer(call.context().header("Authorization")).until();
    return api.run(
        call,
        new GiveTicket(until),
        ticket -> Reply.created("", new TicketResponse(ticket.text(), ticket.expiresAt())));
  }

  private void letIn(Context context) {
    context
        .queryParamMap()
        .forEach(
            (name, values) -> {
              if (!PARAMETERS.contains(name) || values.size() > 1) {
                throw invalid(
                    "send each of " + PARAMETERS + " at most once, and no '" + name + "'");
              }
            });
    requireOrigin(context);
    OptionalLong since = since(context.queryParam("since"));
    Tokens.Bearer bearer = bearer(context);
    context.attribute(
        LISTENER,
        Listener.of(
            bearer.actor(),
            Optional.ofNullable(context.queryParam("userId")).map(UserId::new),
            Optional.ofNullable(context.queryParam("orderId")),
            since,
            bearer.until()));
  }

  /** By a token in the header, or by a ticket: browsers cannot send a header here. */
  private Tokens.Bearer bearer(Context context) {
    String ticket = context.queryParam("ticket");
    if (ticket == null) {
      return tokens.bearer(context.header("Authorization"));
    }
    Ticket used = api.execute(Actor.system(), new UseTicket(ticket));
    return new Tokens.Bearer(used.actor(), used.until());
  }

  private void requireOrigin(Context context) {
    String origin = context.header("Origin");
    if (origin != null
        && !origins.contains(origin)
        && !origin.replaceFirst("^https?://", "").equals(context.header("Host"))) {
      throw new Rejection(
          HttpReason.ORIGIN_NOT_ALLOWED, "pages of " + origin + " may not open this socket");
    }
  }

  private static OptionalLong since(String text) {
    if (text == null) {
      return OptionalLong.empty();
    }
    if (!text.matches("\\d{1,18}")) {
      throw invalid("since must be the seq of a frame");
    }
    return OptionalLong.of(Long.parseLong(text));
  }

  private static Rejection invalid(String detail) {
    return new Rejection(HttpReason.INVALID_PARAMETER, detail);
  }

  private void serve(WsConfig socket) {
    socket.onConnect(
        context -> {
          context.session.setIdleTimeout(IDLE);
          context.session.setMaxTextMessageSize(MAX_MESSAGE);
          context.session.setMaxBinaryMessageSize(MAX_MESSAGE);
          Stream stream = new Stream(context.session, context.attribute(LISTENER));
          context.attribute(STREAM, stream);
          context.attribute(MESSAGES, new AtomicInteger());
          live.open(stream);
        });
    socket.onMessage(LiveRoutes::refuse);
    socket.onBinaryMessage(context -> stream(context).close(1003, "texts only"));
    socket.onClose(context -> live.closed(stream(context)));
    socket.onError(context -> live.closed(stream(context)));
  }

  private static void refuse(WsContext context) {
    AtomicInteger messages = context.attribute(MESSAGES);
    if (messages.incrementAndGet() > MAX_MESSAGES) {
      stream(context).close(1008, "this socket tells and does not listen");
    } else {
      stream(context).send(Frames.onlyOneWay());
    }
  }

  private static Stream stream(WsContext context) {
    return context.attribute(STREAM);
  }
}
