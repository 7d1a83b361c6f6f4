package dev.tradepost.bootstrap.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tradepost.bootstrap.contract.OpenApi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A user at the API. Every answer is checked against the contract; one that breaks it, and every
 * 500, is an {@link AssertionError}, whatever the test wanted to see. Immutable, and good for many
 * threads.
 */
public final class Client {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final OpenApi CONTRACT = OpenApi.load();

  private final int port;
  private final Map<String, String> headers;

  private Client(int port, Map<String, String> headers) {
    this.port = port;
    this.headers = headers;
  }

  /**
   * A user with a token.
   *
   * @param token null for nobody
   */
  public static Client of(int port, String token) {
    Client nobody = new Client(port, Map.of());
    return token == null ? nobody : nobody.with("Authorization", "Bearer " + token);
  }

  /** The same user, sending this header with every request. */
  public Client with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Client(port, Map.copyOf(more));
  }

  /** The same user, sending this idempotency key with every request. */
  public Client withKey(String key) {
    return with("Idempotency-Key", key);
  }

  public Answer get(String path) {
    return send("GET", path, null);
  }

  /**
   * Sends a body.
   *
   * @param body JSON where it is a text, else what is written as JSON; null for none
   */
  public Answer post(String path, Object body) {
    return send("POST", path, body);
  }

  public Answer put(String path, Object body) {
    return send("PUT", path, body);
  }

  public Answer patch(String path, Object body) {
    return send("PATCH", path, body);
  }

  public Answer delete(String path) {
    return send("DELETE", path, null);
  }

  private Answer send(String method, String path, Object body) {
    String text = text(body);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .timeout(Duration.ofSeconds(30));
    if (text == null) {
      request.method(method, HttpRequest.BodyPublishers.noBody());
    } else {
      request.method(method, HttpRequest.BodyPublishers.ofString(text));
      request.header("Content-Type", "application/json");
    }
    headers.forEach(request::setHeader);
    HttpResponse<String> response = exchange(request.build());
    Answer answer = new Answer(response.statusCode(), response.headers(), response.body());
    requireKept(method, path, text, answer);
    return answer;
  }

  private static void requireKept(String method, String path, String body, Answer answer) {
    if (answer.status() == 500) {
      throw new AssertionError("%s %s met a fault: %s".formatted(method, path, answer.body()));
    }
    List<String> problems =
        CONTRACT.problemsOf(
            method, path, answer.status(), answer.header("Content-Type"), body, answer.body());
    if (!problems.isEmpty()) {
      throw new AssertionError(
          "%s %s broke the contract: %s%nrequest: %s%nanswer: %d %s"
              .formatted(method, path, problems, body, answer.status(), answer.body()));
    }
  }

  private static String text(Object body) {
    if (body == null || body instanceof String) {
      return (String) body;
    }
    try {
      return new JsonMapper().writeValueAsString(body);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static HttpResponse<String> exchange(HttpRequest request) {
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
