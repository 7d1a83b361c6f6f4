package dev.tradepost.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ClientTest {
  private HttpServer server;
  private String body = "{\"status\":\"UP\"}";
  private String sent = "";

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          sent = exchange.getRequestHeaders().getFirst("Idempotency-Key");
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private Client client() {
    return Client.of(server.getAddress().getPort(), null);
  }

  @Test
  void an_answer_that_keeps_the_contract_is_given_to_the_test() {
    Answer answer = client().withKey("k-1").get("/health/live").expect(200);
    assertThat(answer.at("/status")).isEqualTo("UP");
    assertThat(sent).isEqualTo("k-1");
  }

  @Test
  void an_answer_that_breaks_the_contract_fails_the_test_and_says_why() {
    body = "{\"status\":\"SOMEWHERE\"}";
    assertThatThrownBy(() -> client().get("/health/live"))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("GET /health/live broke the contract")
        .hasMessageContaining("SOMEWHERE");
  }

  @Test
  void a_request_that_the_contract_does_not_know_fails_the_test_where_it_is_accepted() {
    body = "{\"token\":\"a.b.c\",\"expiresAt\":\"2026-11-21T13:25:53.000000Z\"}";
    client().post("/auth/token", Map.of("userId", "user_123"));
    assertThatThrownBy(() -> client().post("/auth/token", Map.of("name", "user_123")))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("the request: ");
  }

  @Test
  void a_status_that_was_not_expected_fails_the_test() {
    assertThatThrownBy(() -> client().get("/health/live").expect(404))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("404 was expected, but it is 200");
  }
}
