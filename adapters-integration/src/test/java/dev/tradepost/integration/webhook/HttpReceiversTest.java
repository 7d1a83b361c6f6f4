package dev.tradepost.integration.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tradepost.application.port.EventViews.Logged;
import dev.tradepost.application.webhook.Parcel;
import dev.tradepost.domain.webhook.Attempt;
import dev.tradepost.domain.webhook.Delivery;
import dev.tradepost.domain.webhook.DeliveryId;
import dev.tradepost.domain.webhook.DeliveryStatus;
import dev.tradepost.domain.webhook.WebhookId;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a receiver gets, checked by the verifier of another house, and what its answers mean. */
class HttpReceiversTest {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
  private static final String OTHER = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD";
  private static final Duration SHORT = Duration.ofMillis(700);

  private final AtomicReference<Answering> answering = new AtomicReference<>(answer(200));
  private final BlockingQueue<Got> got = new LinkedBlockingQueue<>();
  private HttpServer server;
  private HttpReceivers receivers;

  @FunctionalInterface
  private interface Answering {
    void answer(HttpExchange exchange) throws IOException;
  }

  private record Got(String path, Map<String, List<String>> headers, String body) {}

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(
        Executors.newCachedThreadPool(
            work -> {
              Thread thread = new Thread(work, "receiver");
              thread.setDaemon(true);
              return thread;
            }));
    server.createContext(
        "/",
        exchange -> {
          String body =
              new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
          got.add(new Got(exchange.getRequestURI().toString(), exchange.getRequestHeaders(), body));
          answering.get().answer(exchange);
        });
    server.start();
    receivers = receivers(Set.of("127.0.0.1"), SHORT);
  }

  @AfterEach
  void close() {
    receivers.close();
    server.stop(0);
  }

  private static HttpReceivers receivers(Set<String> hosts, Duration timeout) {
    return new HttpReceivers(new PublicNetwork(hosts), Logged::data, Clock.systemUTC(), timeout);
  }

  private static Answering answer(int status, String... headers) {
    return exchange -> {
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
      }
      exchange.sendResponseHeaders(status, -1);
      exchange.close();
    };
  }

  private Parcel parcel(String... secrets) {
    return parcelTo("http://127.0.0.1:" + server.getAddress().getPort() + "/hook?a=1", secrets);
  }

  private static Parcel parcelTo(String url, String... secrets) {
    Instant now = Instant.now();
    Delivery delivery =
        new Delivery(
            new DeliveryId(new UUID(0, 1)),
            new WebhookId(new UUID(0, 2)),
            7,
            "thing",
            DeliveryStatus.DUE,
            1,
            Optional.of(now),
            now,
            now);
    Logged event =
        new Logged(
            7, new UUID(0, 3), "a.b", now, "thing", 1, Optional.empty(), "{\"test\": \"grün\"}");
    return new Parcel(delivery, url, List.of(secrets), event);
  }

  private Attempt sent(Parcel parcel) throws Exception {
    return receivers.send(parcel).toCompletableFuture().get(30, TimeUnit.SECONDS);
  }

  @Test // A90
  void a_delivery_is_signed_by_the_standard() throws Exception {
    Attempt attempt = sent(parcel(SECRET));
    assertThat(attempt.accepted()).isTrue();
    assertThat(attempt.status()).hasValue(200);
    Got it = got.take();
    assertThat(it.path()).isEqualTo("/hook?a=1");
    assertThat(it.body()).isEqualTo("{\"test\": \"grün\"}");
    assertThat(it.headers().get("Content-type").get(0)).startsWith("application/json");
    assertThat(it.headers().get("Webhook-id")).containsExactly(new UUID(0, 3).toString());
    new Webhook(SECRET).verify(it.body(), it.headers());
    assertThatThrownBy(() -> new Webhook(OTHER).verify(it.body(), it.headers()))
        .isInstanceOf(WebhookVerificationException.class);
    assertThatThrownBy(() -> new Webhook(SECRET).verify(it.body() + " ", it.headers()))
        .isInstanceOf(WebhookVerificationException.class);
  }

  @Test // A90
  void the_vector_of_the_standard_gives_its_signature() throws Exception {
    assertThat(
            new Webhook(SECRET)
                .sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330L, "{\"test\": 2432232314}"))
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test // A93
  void two_secrets_give_two_signatures() throws Exception {
    sent(parcel(OTHER, SECRET));
    Got it = got.take();
    assertThat(it.headers().get("Webhook-signature").get(0).split(" ")).hasSize(2);
    new Webhook(SECRET).verify(it.body(), it.headers());
    new Webhook(OTHER).verify(it.body(), it.headers());
  }

  @Test // A92
  void only_the_2xx_are_success_and_no_redirect_is_followed() throws Exception {
    answering.set(answer(204));
    assertThat(sent(parcel(SECRET)).accepted()).isTrue();
    got.clear();
    for (int status : new int[] {301, 302, 307, 308, 304, 400, 410, 500}) {
      answering.set(answer(status, "Location", "/elsewhere"));
      Attempt attempt = sent(parcel(SECRET));
      assertThat(attempt.accepted()).as("%d", status).isFalse();
      assertThat(attempt.status()).hasValue(status);
      assertThat(attempt.gone()).isEqualTo(status == 410);
      assertThat(got.take().path()).isEqualTo("/hook?a=1");
      assertThat(got).isEmpty();
    }
  }

  @Test // A92
  void a_wish_for_patience_is_heard() throws Exception {
    answering.set(answer(429, "Retry-After", "30"));
    assertThat(sent(parcel(SECRET)).retryAfter()).contains(Duration.ofSeconds(30));
  }

  @Test // A91, A92
  void one_that_does_not_answer_in_time_has_not_taken_it() throws Exception {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Attempt attempt = sent(parcelTo("http://127.0.0.1:" + silent.getLocalPort() + "/", SECRET));
      assertThat(attempt.failure()).contains("timed out");
      assertThat(attempt.status()).isEmpty();
    }
  }

  @Test // A91
  void a_closed_port_and_a_broken_connection_are_told_apart() throws Exception {
    int port;
    try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = closed.getLocalPort();
    }
    assertThat(sent(parcelTo("http://127.0.0.1:" + port + "/", SECRET)).failure())
        .contains("connection refused");
    answering.set(HttpExchange::close);
    assertThat(sent(parcel(SECRET)).failure()).contains("connection lost");
  }

  @Test // A92
  void an_endless_answer_is_cut_off_and_its_status_counts() throws Exception {
    answering.set(
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream out = exchange.getResponseBody()) {
            byte[] much = new byte[16 * 1024];
            for (int i = 0; i < 10_000; i++) {
              out.write(much);
            }
          }
        });
    receivers.close();
    receivers = receivers(Set.of("127.0.0.1"), Duration.ofSeconds(20));
    Attempt attempt = sent(parcel(SECRET));
    assertThat(attempt.accepted()).isTrue();
    assertThat(attempt.took()).isLessThan(Duration.ofSeconds(20));
  }

  @Test // A94
  void an_address_that_is_not_public_is_not_called_even_if_it_was_registered() throws Exception {
    receivers.close();
    receivers = receivers(Set.of(), SHORT);
    int port = server.getAddress().getPort();
    for (String host : List.of("127.0.0.1", "localhost", "[::1]", "2130706433")) {
      Attempt attempt = sent(parcelTo("http://" + host + ":" + port + "/", SECRET));
      assertThat(attempt.failure()).as(host).contains("address not allowed");
    }
    assertThat(got).isEmpty();
  }
}
