package dev.tradepost.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tradepost.bootstrap.TestServer;
import dev.tradepost.http.shared.Tokens;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Why the server closes a socket, as its code says, and that nothing is missed by it. */
class LiveCloseJourneyTest {
  private static final int CANNOT_BE_READ = 1011;
  private static final int SERVER_STOPS = 1012;
  private static final int TOKEN_HAS_EXPIRED = 4001;
  private static final int TOO_SLOW = 4008;

  /** What a process ends with that was asked to: 128 and the number of SIGTERM. */
  private static final int TERMINATED = 143;

  @TempDir private Path directory;

  private static long seq(JsonNode frame) {
    return frame.path("seq").asLong();
  }

  private static String order(JsonNode frame) {
    return frame.path("orderId").asText();
  }

  @Test
  void a_stream_ends_with_its_token_and_that_of_a_ticket_with_the_token_it_was_given_for() {
    TestServer server = Engine.H2.server();
    Trader ann = Trader.of(server, "ann", "customer");
    try (LiveClient lasting = ann.live("")) {
      lasting.started();
      ann.order();
      lasting.next("ORDER_CREATED");
      Tokens.Issued soon = server.issue(ann.name(), "customer", Duration.ofSeconds(3));
      Client hasty = Client.of(server.port(), soon.token());
      String ticket = hasty.post("/ws-tickets", null).expect(201).at("/ticket");
      try (LiveClient live = LiveClient.withToken(server.port(), soon.token(), "");
          LiveClient ticketed = LiveClient.open(server.port(), "?ticket=" + ticket)) {
        live.started();
        ticketed.started();
        String first = ann.order();
        JsonNode heard = live.next("ORDER_CREATED");
        assertThat(live.closeCode()).isEqualTo(TOKEN_HAS_EXPIRED);
        assertThat(Instant.now()).isAfter(soon.expiresAt());
        assertThat(ticketed.closeCode()).isEqualTo(TOKEN_HAS_EXPIRED);
        String second = ann.order();
        assertThat(List.of(order(heard), order(lasting.next()), order(lasting.next())))
            .containsExactly(first, first, second);
        try (LiveClient again = ann.live("?since=" + seq(heard))) {
          again.started();
          assertThat(order(again.next())).isEqualTo(second);
        }
      }
    }
  }

  @Test
  void who_does_not_read_is_closed_and_nobody_else_misses_anything() throws IOException {
    try (TestServer server = TestServer.start()) {
      Trader ann = Trader.of(server, "ann", "customer");
      Scene scene = new Scene(server);
      String product = scene.product("1.00", 10_000);
      try (LiveClient reading = ann.live("")) {
        reading.started();
        server.keepLittleForWhoDoesNotRead();
        try (DeafClient deaf = DeafClient.open(server.port(), ann.token())) {
          deaf.next();
          List<String> placed = new ArrayList<>(placeAndHear(ann, reading, product, 1));
          // It is past what it has missed, and goes on with what happens.
          JsonNode last = deaf.next();
          while (placed.size() < 1_500) {
            placed.addAll(placeAndHear(ann, reading, product, 100));
          }
          DeafClient.Heard late = deaf.rest();
          assertThat(late.closeCode()).isEqualTo(OptionalInt.of(TOO_SLOW));
          List<JsonNode> heard = new ArrayList<>(List.of(last));
          heard.addAll(late.frames());
          resume(ann, heard, placed);
        }
      }
    }
  }

  /** What was heard and what is heard from there on is all that was placed. */
  private static void resume(Trader trader, List<JsonNode> heard, List<String> placed) {
    int before = heard.size();
    assertThat(before).isLessThan(placed.size());
    try (LiveClient again = trader.live("?since=" + seq(heard.get(before - 1)))) {
      again.started();
      while (heard.size() < placed.size()) {
        heard.add(again.next("ORDER_CREATED"));
      }
    }
    assertThat(heard.stream().map(LiveCloseJourneyTest::order).toList()).isEqualTo(placed);
  }

  /** Places orders of goods, and hears of all of them; their ids. */
  private static List<String> placeAndHear(
      Trader trader, LiveClient live, String product, int count) {
    String rows = String.join(",", Collections.nCopies(count, Scene.placing("direct", product, 1)));
    List<String> placed =
        trader
            .client()
            .post("/orders/bulk", "{\"orders\": [" + rows + "]}")
            .expect(200)
            .json()
            .at("/results")
            .valueStream()
            .map(row -> row.at("/order/id").asText())
            .toList();
    for (String id : placed) {
      assertThat(order(live.next("ORDER_CREATED"))).isEqualTo(id);
    }
    return placed;
  }

  @Test
  void a_server_that_is_asked_to_stop_says_so() throws IOException {
    Path log = Files.createFile(directory.resolve("server.log"));
    Map<String, String> options = Map.of("data", directory.resolve("data").toString());
    String placing = FxTraffic.PLACING;
    long since;
    try (ServerProcess server = ServerProcess.start(options, log)) {
      String token = server.token("ann", "customer");
      try (LiveClient live = LiveClient.withToken(server.port(), token, "");
          LiveClient returning = LiveClient.withToken(server.port(), token, "?since=0")) {
        live.started();
        returning.started();
        server.send("POST", "/orders", token, null, placing).expect(201);
        since = seq(live.next("ORDER_CREATED"));
        assertThat(server.stop()).isEqualTo(TERMINATED);
        assertThat(live.closeCode()).isEqualTo(SERVER_STOPS);
        assertThat(returning.closeCode()).isEqualTo(SERVER_STOPS);
      }
    }
    try (ServerProcess server = ServerProcess.start(options, log)) {
      String token = server.token("ann", "customer");
      try (LiveClient live = LiveClient.withToken(server.port(), token, "?since=" + since)) {
        assertThat(live.started()).isEqualTo(since);
        String id = server.send("POST", "/orders", token, null, placing).expect(201).at("/id");
        assertThat(order(live.next())).isEqualTo(id);
      }
    }
  }

  @Test
  void a_fault_inside_closes_who_opens_without_a_word_of_it_and_who_was_there_misses_nothing()
      throws SQLException {
    String url = Engine.POSTGRESQL.options().get("db");
    String name = url.replaceFirst(".*/(journey\\d+).*", "$1");
    String beside = url.replace(name, "postgres");
    String sendAway = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '";
    try (TestServer server = TestServer.start(url)) {
      Trader ann = Trader.of(server, "ann", "customer");
      try (LiveClient lasting = ann.live("")) {
        lasting.started();
        ann.order();
        long since = seq(lasting.next());

        execute(url, "ALTER TABLE event_numbers RENAME TO misplaced");
        assertThatNobodyGetsFarWith(ann, "");
        execute(url, "ALTER TABLE misplaced RENAME TO event_numbers");

        execute(beside, "ALTER DATABASE " + name + " ALLOW_CONNECTIONS false");
        execute(beside, sendAway + name + "'");
        assertThatNobodyGetsFarWith(ann, "");
        assertThatNobodyGetsFarWith(ann, "?since=" + since);
        execute(beside, "ALTER DATABASE " + name + " ALLOW_CONNECTIONS true");

        Client once = ann.client().withKey("once");
        Answer placed =
            Purse.until(() -> once.post("/orders", Trader.ORDER), it -> it.status() == 201);
        assertThat(order(lasting.next())).isEqualTo(placed.at("/id"));
        try (LiveClient again = ann.live("?since=" + since)) {
          again.started();
          assertThat(order(again.next())).isEqualTo(placed.at("/id"));
        }
      }
    }
  }

  private static void assertThatNobodyGetsFarWith(Trader trader, String query) {
    try (LiveClient live = trader.live(query)) {
      assertThat(live.closing())
          .isEqualTo(
              new LiveClient.Closing(
                  CANNOT_BE_READ, "cannot be read now: connect again with since, to resume"));
    }
  }

  private static void execute(String url, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
