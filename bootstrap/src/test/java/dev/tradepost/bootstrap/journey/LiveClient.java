package dev.tradepost.bootstrap.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tradepost.bootstrap.contract.AsyncApi;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.net.http.WebSocketHandshakeException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A user at the socket {@code /ws/orders}. Every frame is checked against the contract; signs of
 * life are not shown to tests.
 */
final class LiveClient implements WebSocket.Listener, AutoCloseable {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final AsyncApi CONTRACT = AsyncApi.load();
  private static final int PATIENCE_SECONDS = 30;
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
  private final CompletableFuture<Closing> closed = new CompletableFuture<>();
  private final StringBuilder text = new StringBuilder();
  private WebSocket socket;

  private LiveClient() {}

  /**
   * Opens the socket.
   *
   * @param query with its question mark; empty for none
   * @param headers names and values in turn
   */
  static LiveClient open(int port, String query, String... headers) {
    LiveClient client = new LiveClient();
    client.socket = client.connect(port, query, headers).join();
    return client;
  }

  /** With a token in the header. */
  static LiveClient withToken(int port, String token, String query) {
    return open(port, query, "Authorization", "Bearer " + token);
  }

  /** Tries to open the socket; the status of the answer, 101 for an open one. */
  static int status(int port, String query, String... headers) {
    LiveClient client = new LiveClient();
    try {
      client.connect(port, query, headers).join().abort();
      return 101;
    } catch (CompletionException e) {
      if (e.getCause() instanceof WebSocketHandshakeException refused) {
        return refused.getResponse().statusCode();
      }
      throw e;
    }
  }

  private CompletableFuture<WebSocket> connect(int port, String query, String... headers) {
    WebSocket.Builder builder = HTTP.newWebSocketBuilder();
    for (int i = 0; i < headers.length; i += 2) {
      builder.header(headers[i], headers[i + 1]);
    }
    return builder.buildAsync(URI.create("ws://127.0.0.1:" + port + "/ws/orders" + query), this);
  }

  /** The next frame. */
  JsonNode next() {
    try {
      JsonNode frame = frames.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
      if (frame == null) {
        throw new AssertionError("nothing was told in " + PATIENCE_SECONDS + " seconds");
      }
      List<String> problems = CONTRACT.problemsOf(frame);
      if (!problems.isEmpty()) {
        throw new AssertionError(frame + " breaks the contract: " + problems);
      }
      return frame;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** The next frame, which must be of this event. */
  JsonNode next(String event) {
    JsonNode frame = next();
    if (!frame.path("event").asText().equals(event)) {
      throw new AssertionError(event + " was expected, but it is " + frame);
    }
    return frame;
  }

  /** The number in the first frame. */
  long started() {
    return next("STREAM_STARTED").get("seq").asLong();
  }

  /** Says something and waits until it has left; whether it could. */
  boolean say(String message) {
    return left(socket.sendText(message, true));
  }

  boolean say(byte[] message) {
    return left(socket.sendBinary(ByteBuffer.wrap(message), true));
  }

  private static boolean left(CompletableFuture<WebSocket> sent) {
    return sent.handle((socket, failure) -> failure == null).join();
  }

  /** What the server says when it closes the socket. */
  record Closing(int code, String reason) {}

  /** The code with which the server closes the socket. */
  int closeCode() {
    return closing().code();
  }

  Closing closing() {
    try {
      return closed.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("the socket was not closed", e);
    }
  }

  /** All frames that came and were not looked at, once the server is gone. */
  List<JsonNode> rest() {
    closed
        .handle((closing, failure) -> closing)
        .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
        .join();
    List<JsonNode> rest = new ArrayList<>();
    while (!frames.isEmpty()) {
      rest.add(next());
    }
    return rest;
  }

  /** Goes away without a word. */
  @Override
  public void close() {
    socket.abort();
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    text.append(data);
    if (last) {
      JsonNode frame = read(text.toString());
      text.setLength(0);
      if (!frame.path("event").asText().equals("HEARTBEAT")) {
        frames.add(frame);
      }
    }
    from.request(1);
    return CompletableFuture.completedStage(null);
  }

  @Override
  public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
    closed.complete(new Closing(code, reason));
    return CompletableFuture.completedStage(null);
  }

  @Override
  public void onError(WebSocket from, Throwable failure) {
    closed.completeExceptionally(failure);
  }

  private static JsonNode read(String json) {
    try {
      return MAPPER.readTree(json);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + json, e);
    }
  }
}
