package dev.tradepost.http.shared;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Answer;
import dev.tradepost.application.Once;
import dev.tradepost.application.UseCase;
import dev.tradepost.application.UseCases;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.security.RouteRole;
import io.javalin.websocket.WsConfig;
import io.javalin.websocket.WsHandlerType;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;

/** Where routes are put up: each names the query parameters it knows and refuses all others. */
public final class Api {
  /** Lists take these. */
  public static final String[] PAGING = {"limit", "page", "cursor"};

  private final RoutesConfig routes;
  private final UseCases useCases;

  /** Whom a route lets in. */
  enum Access implements RouteRole {
    ANYONE,
    /** For callers with a token; the answer can be had as a file too. */
    FILE
  }

  /** Answers one kind of request. */
  @FunctionalInterface
  public interface Route {
    Response answer(Call call);
  }

  Api(RoutesConfig routes, UseCases useCases) {
    this.routes = routes;
    this.useCases = useCases;
  }

  /** A route that reads, for callers with a token. */
  public void get(String path, Route route, String... parameters) {
    add(HandlerType.GET, path, route, parameters);
    add(HandlerType.HEAD, path, route, parameters);
  }

  /** A route that reads and can answer {@code text/csv}, for callers with a token. */
  public void getWithFile(String path, Route route, String... parameters) {
    add(HandlerType.GET, path, route, parameters, Access.FILE);
    add(HandlerType.HEAD, path, route, parameters, Access.FILE);
  }

  public void post(String path, Route route) {
    add(HandlerType.POST, path, route);
  }

  public void put(String path, Route route) {
    add(HandlerType.PUT, path, route);
  }

  public void patch(String path, Route route) {
    add(HandlerType.PATCH, path, route);
  }

  public void delete(String path, Route route) {
    add(HandlerType.DELETE, path, route);
  }

  /** A page or document for everybody. */
  public void page(String path, Handler handler) {
    Handler checked =
        context -> {
          requireKnown(new Call(context), Set.of());
          handler.handle(context);
        };
    routes.addHttpHandler(HandlerType.GET, path, checked, Access.ANYONE);
    routes.addHttpHandler(HandlerType.HEAD, path, checked, Access.ANYONE);
  }

  /** A route that changes something without a token. */
  public void publicPost(String path, Route route) {
    routes.addHttpHandler(
        HandlerType.POST,
        path,
        context -> {
          Call call = new Call(context);
          requireKnown(call, Set.of());
          route.answer(call).send(context);
        },
        Access.ANYONE);
  }

  /**
   * A socket.
   *
   * @param before decides whether it may be opened; what it throws is answered
   */
  public void socket(String path, Handler before, Consumer<WsConfig> socket) {
    routes.addHttpHandler(HandlerType.WEBSOCKET_BEFORE_UPGRADE, path, before, Access.ANYONE);
    routes.addWsHandler(WsHandlerType.WEBSOCKET, path, socket);
  }

  /** Runs a command in a transaction of its own. */
  public <R> R execute(Actor actor, UseCase<R> useCase) {
    return useCases.execute(actor, useCase);
  }

  /** Runs a command at most once for the request's idempotency key. */
  public <R> Reply run(Call call, UseCase<R> useCase, Function<R, Reply> reply) {
    return replied(
        call,
        useCases.executeOnce(
            call.actor(), call.once(), useCase, result -> reply.apply(result).encode()));
  }

  /** Runs a process that keeps its answer, an encoded reply, by itself. */
  public Reply run(Call call, Function<Optional<Once>, Answer> process) {
    return replied(call, process.apply(call.once()));
  }

  private static Reply replied(Call call, Answer answer) {
    if (answer.replayed()) {
      call.context().header("Idempotency-Replayed", "true");
    }
    return Reply.decode(answer.text());
  }

  private void add(HandlerType method, String path, Route route, String... parameters) {
    add(method, path, route, parameters, new Access[0]);
  }

  private void add(
      HandlerType method, String path, Route route, String[] parameters, Access... access) {
    Set<String> known = new TreeSet<>(Arrays.asList(parameters));
    routes.addHttpHandler(
        method,
        path,
        context -> {
          Call call = new Call(context);
          requireKnown(call, known);
          route.answer(call).send(context);
        },
        access);
  }

  private static void requireKnown(Call call, Set<String> known) {
    call.context()
        .queryParamMap()
        .forEach(
            (name, values) -> {
              if (!known.contains(name)) {
                throw Call.invalid("'" + name + "' is no parameter here, there are " + known);
              }
              if (values.size() > 1) {
                throw Call.invalid("'" + name + "' is given more than once");
              }
            });
  }
}
