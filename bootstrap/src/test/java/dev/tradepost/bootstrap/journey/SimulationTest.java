package dev.tradepost.bootstrap.journey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tradepost.bootstrap.contract.OpenApi;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Source 004's simulation: the Postman collection of the documents, played as it stands. */
@ParameterizedClass
@EnumSource(Engine.class)
class SimulationTest {
  private static final Path DOCS = OpenApi.file().resolveSibling("");
  private static final Pattern STATUS =
      Pattern.compile(
          "pm\\.test\\(\".*\", \\(\\) => pm\\.response\\.to\\.have\\.status\\((\\d+)\\)\\);");
  private static final Pattern FIELD =
      Pattern.compile(
          "pm\\.test\\(\".*\", \\(\\) => pm\\.expect\\(pm\\.response\\.json\\(\\)\\.(\\w+)\\)"
              + "\\.to\\.eql\\((.*)\\)\\);");
  private static final Pattern KEEP =
      Pattern.compile(
          "pm\\.collectionVariables\\.set\\(\"(\\w+)\", pm\\.response\\.json\\(\\)\\.(\\w+)\\);");

  @Parameter Engine engine;
  private final Map<String, String> variables = new HashMap<>();

  @Test // S4-22..S4-25, S4-30, S4-32
  void the_collection_is_answered_as_its_tests_say_and_the_socket_tells_it() throws IOException {
    int port = engine.server().port();
    String token = engine.server().token("trader", "customer");
    try (LiveClient live = LiveClient.withToken(port, token, "")) {
      live.started();
      for (JsonNode item : items()) {
        play(item);
      }
      assertThat(live.next("ORDER_CREATED").at("/orderId").asText()).isEqualTo(value("orderId"));
      requireTrade(live.next("TRADE_ADDED"), "250", "1.106", "PARTIALLY_FILLED", "250", "750");
      requireTrade(live.next("TRADE_ADDED"), "500", "1.1055", "PARTIALLY_FILLED", "750", "250");
      requireTrade(live.next("TRADE_ADDED"), "250", "1.107", "FILLED", "1000", "0");
      assertThat(live.next("ORDER_CREATED").at("/orderId").asText())
          .isEqualTo(value("secondOrderId"));
      requireTrade(live.next("TRADE_ADDED"), "100", "1.3005", "PARTIALLY_FILLED", "100", "200");
      assertThat(live.next("STATUS_CHANGED").at("/newStatus").asText()).isEqualTo("CANCELLED");
    }
  }

  @Test
  void the_http_file_has_the_requests_of_the_collection() throws IOException {
    List<String> wanted = new ArrayList<>();
    for (JsonNode item : items()) {
      wanted.add("### " + item.at("/name").asText());
      wanted.add(item.at("/request/method").asText() + " " + item.at("/request/url/raw").asText());
      String body = item.at("/request/body/raw").asText();
      if (!body.isEmpty()) {
        wanted.add(body);
      }
    }
    try (Stream<String> lines = Files.lines(DOCS.resolve("simulation.http"))) {
      assertThat(lines.filter(line -> line.matches("(### |GET|POST|PATCH|\\{\").*")))
          .isEqualTo(wanted);
    }
  }

  private static List<JsonNode> items() throws IOException {
    JsonNode collection =
        new JsonMapper().readTree(DOCS.resolve("simulation.postman_collection.json").toFile());
    return collection.path("item").valueStream().toList();
  }

  private void play(JsonNode item) {
    JsonNode request = item.path("request");
    boolean anonymous = request.at("/auth/type").asText().equals("noauth");
    Client client = Client.of(engine.server().port(), anonymous ? null : value("token"));
    String path = filled(request.at("/url/raw").asText()).replace("{{baseUrl}}", "");
    Answer answer =
        switch (request.path("method").asText()) {
          case "GET" -> client.get(path);
          case "POST" -> client.post(path, body(request));
          case "PATCH" -> client.patch(path, body(request));
          default -> throw new AssertionError("no method of the simulation: " + request);
        };
    List<String> script =
        item.at("/event/0/script/exec").valueStream().map(JsonNode::asText).toList();
    assertThat(script.get(0)).as(item.path("name").asText()).matches(STATUS);
    script.forEach(line -> run(line, answer));
  }

  private String body(JsonNode request) {
    return filled(request.at("/body/raw").asText());
  }

  /** One line of a test script; a line of another form fails, so that none is passed over. */
  private void run(String line, Answer answer) {
    Matcher status = STATUS.matcher(line);
    Matcher field = FIELD.matcher(line);
    Matcher keep = KEEP.matcher(line);
    if (status.matches()) {
      answer.expect(Integer.parseInt(status.group(1)));
    } else if (field.matches()) {
      assertThat(answer.at("/" + field.group(1)))
          .as(line)
          .isEqualTo(field.group(2).replace("\"", ""));
    } else {
      assertThat(line).matches(KEEP);
      assertThat(keep.matches()).isTrue();
      variables.put(keep.group(1), answer.at("/" + keep.group(2)));
    }
  }

  private String filled(String text) {
    String filled = text;
    for (Map.Entry<String, String> variable : variables.entrySet()) {
      filled = filled.replace("{{" + variable.getKey() + "}}", variable.getValue());
    }
    return filled;
  }

  private String value(String variable) {
    assertThat(variables).containsKey(variable);
    return variables.get(variable);
  }

  private static void requireTrade(
      JsonNode frame, String amount, String price, String status, String filled, String remaining) {
    assertThat(frame.at("/trade/executedAmount").decimalValue()).isEqualTo(new BigDecimal(amount));
    assertThat(frame.at("/trade/executedPrice").decimalValue()).isEqualTo(new BigDecimal(price));
    assertThat(frame.at("/newStatus").asText()).isEqualTo(status);
    assertThat(frame.at("/filledAmount").decimalValue()).isEqualTo(new BigDecimal(filled));
    assertThat(frame.at("/remainingAmount").decimalValue()).isEqualTo(new BigDecimal(remaining));
  }
}
