package dev.tradepost.benchmarks;

import java.io.IOException;
import java.util.Optional;
import java.util.Random;

/**
 * A request to the server.
 *
 * @param then what is done when it is answered
 */
record Request(String method, String path, String body, Then then) {

  /** Takes the body of the answer, and says what the same operation asks for next, if anything. */
  @FunctionalInterface
  interface Then {
    Optional<Request> after(String answer) throws IOException;
  }

  /** Keeps something of the body of the answer. */
  @FunctionalInterface
  interface Keeping {
    void keep(String answer) throws IOException;
  }

  /** One request after the other, as they are needed; empty where there is nothing left to do. */
  @FunctionalInterface
  interface Source {
    Optional<Request> next(Random random);
  }

  /** One whose answer is not looked at. */
  Request(String method, String path, String body) {
    this(method, path, body, answer -> Optional.empty());
  }

  static Request get(String path) {
    return new Request("GET", path, "");
  }

  static Request post(String path, String body) {
    return new Request("POST", path, body);
  }

  static Request put(String path, String body) {
    return new Request("PUT", path, body);
  }

  /** The same, whose answer is kept. */
  Request keeping(Keeping keeping) {
    return then(
        answer -> {
          keeping.keep(answer);
          return Optional.empty();
        });
  }

  /** The same, after which the operation goes on. */
  Request then(Then next) {
    return new Request(method, path, body, next);
  }
}
