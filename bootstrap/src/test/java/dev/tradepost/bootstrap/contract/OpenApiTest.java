package dev.tradepost.bootstrap.contract;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.tradepost.bootstrap.TestServer;
import dev.tradepost.bootstrap.contract.OpenApi.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class OpenApiTest {
  private static final OpenApi CONTRACT = OpenApi.load();
  private static final Set<String> CHANGING = Set.of("POST", "PUT", "PATCH", "DELETE");
  private static TestServer server;

  @BeforeAll
  static void start() {
    server = TestServer.start();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Test
  void the_contract_has_the_routes_of_the_server_and_no_others() {
    Set<String> described =
        CONTRACT.operations().stream()
            .map(Operation::route)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(described).isEqualTo(server.routes());
  }

  @Test
  void the_server_shows_the_contract_as_it_stands_in_the_documents() throws IOException {
    String file = Files.readString(OpenApi.file());
    assertThat(server.anonymous().get("/openapi.yaml").expect(200).body()).isEqualTo(file);
    assertThat(server.anonymous().get("/openapi.json").expect(200).body())
        .isEqualTo(new YAMLMapper().readTree(file).toString());
  }

  @Test
  void every_operation_has_a_name_of_its_own_a_summary_a_description_and_a_tag() {
    List<String> tags = CONTRACT.document().path("tags").findValuesAsText("name").stream().toList();
    for (Operation operation : CONTRACT.operations()) {
      JsonNode node = operation.node();
      assertThat(node.path("operationId").asText()).as(operation.route()).matches("[a-z]\\w+");
      assertThat(node.path("summary").asText()).as(operation.route()).isNotBlank();
      assertThat(node.path("description").asText()).as(operation.route()).isNotBlank();
      assertThat(tags).as(operation.route()).contains(node.at("/tags/0").asText());
    }
    assertThat(CONTRACT.operations())
        .extracting(operation -> operation.node().path("operationId").asText())
        .doesNotHaveDuplicates();
  }

  @Test
  void every_operation_that_needs_a_token_tells_what_goes_wrong_without_one() {
    for (Operation operation : CONTRACT.operations()) {
      List<String> statuses = new ArrayList<>();
      operation.node().path("responses").fieldNames().forEachRemaining(statuses::add);
      if (isPublic(operation)) {
        assertThat(statuses).as(operation.route()).doesNotContain("401");
      } else {
        assertThat(statuses).as(operation.route()).contains("400", "401", "406", "500", "503");
      }
    }
  }

  @Test
  void every_operation_that_is_public_in_the_contract_needs_no_token_and_no_other_does_without() {
    for (Operation operation : CONTRACT.operations()) {
      if (operation.method().equals("GET")) {
        String path = operation.path().replaceAll("\\{\\w+}", "x");
        int status = server.anonymous().get(path).status();
        assertThat(status == 401).as(operation.route()).isEqualTo(!isPublic(operation));
      }
    }
  }

  @Test
  void every_operation_that_changes_something_takes_an_idempotency_key() {
    for (Operation operation : CONTRACT.operations()) {
      boolean changes = CHANGING.contains(operation.method()) && !isPublic(operation);
      assertThat(headers(operation).contains("Idempotency-Key"))
          .as(operation.route())
          .isEqualTo(changes);
      assertThat(operation.node().path("responses").has("422"))
          .as(operation.route())
          .isEqualTo(changes);
    }
  }

  @Test
  void every_operation_that_takes_if_match_tells_of_a_stale_version() {
    for (Operation operation : CONTRACT.operations()) {
      assertThat(operation.node().path("responses").has("412"))
          .as(operation.route())
          .isEqualTo(headers(operation).contains("If-Match"));
    }
  }

  @Test
  void every_body_with_a_schema_has_an_example() {
    for (Operation operation : CONTRACT.operations()) {
      media(operation)
          .forEach((where, media) -> assertThat(examples(media)).as(where).isNotEmpty());
    }
  }

  @Test
  void every_example_fits_its_schema() {
    List<String> problems = new ArrayList<>();
    for (Operation operation : CONTRACT.operations()) {
      media(operation).forEach((where, media) -> problems.addAll(misfits(where, media)));
      for (JsonNode parameter : CONTRACT.parameters(operation)) {
        String where = operation.route() + " " + parameter.path("name").asText();
        problems.addAll(misfits(where, parameter));
      }
    }
    assertThat(problems).isEmpty();
  }

  @Test
  void no_example_fits_its_schema_with_one_field_more() {
    for (Operation operation : CONTRACT.operations()) {
      media(operation)
          .forEach(
              (where, media) ->
                  examples(media).stream()
                      .filter(example -> example.isObject() && !where.contains("openapi.json"))
                      .map(example -> example.<ObjectNode>deepCopy().put("surprise", 1))
                      .forEach(
                          example ->
                              assertThat(
                                      CONTRACT.problemsOf(media.get("schema"), example.toString()))
                                  .as(where)
                                  .isNotEmpty()));
    }
  }

  @Test
  void every_component_is_used() throws IOException {
    String file = Files.readString(OpenApi.file());
    for (Map.Entry<String, JsonNode> kind : CONTRACT.document().path("components").properties()) {
      if (!kind.getKey().equals("securitySchemes")) {
        kind.getValue()
            .fieldNames()
            .forEachRemaining(
                name ->
                    assertThat(file).contains("#/components/" + kind.getKey() + "/" + name + "\""));
      }
    }
  }

  @Test
  void every_object_in_the_contract_is_closed() {
    for (Map.Entry<String, JsonNode> schema :
        CONTRACT.document().at("/components/schemas").properties()) {
      if (schema.getValue().has("properties")) {
        assertThat(schema.getValue().path("additionalProperties").asBoolean(true))
            .as(schema.getKey())
            .isFalse();
      }
    }
  }

  @Test
  void what_the_contract_does_not_know_is_a_problem() {
    String json = "application/json";
    assertThat(CONTRACT.problemsOf("GET", "/nowhere", 200, json, null, "{}")).hasSize(1);
    assertThat(CONTRACT.problemsOf("GET", "/health/live", 418, json, null, "{}")).hasSize(1);
    assertThat(CONTRACT.problemsOf("GET", "/health/live", 200, "text/css", null, "")).hasSize(1);
    assertThat(CONTRACT.problemsOf("GET", "/health/live", 200, json, null, "{}")).isNotEmpty();
    String up = "{\"status\":\"UP\"}";
    assertThat(CONTRACT.problemsOf("GET", "/health/live?a=1", 200, json, null, up)).hasSize(1);
    assertThat(CONTRACT.problemsOf("GET", "/health/live", 200, json, "{}", up)).hasSize(1);
    assertThat(CONTRACT.problemsOf("GET", "/health/live", 200, json, null, up)).isEmpty();
  }

  private static boolean isPublic(Operation operation) {
    JsonNode security = operation.node().path("security");
    return security.isArray() && security.isEmpty();
  }

  private static List<String> headers(Operation operation) {
    return CONTRACT.parameters(operation).stream()
        .filter(parameter -> parameter.path("in").asText().equals("header"))
        .map(parameter -> parameter.path("name").asText())
        .toList();
  }

  /** What bodies can be, in the request and in the answers, by what to call them. */
  private static Map<String, JsonNode> media(Operation operation) {
    Map<String, JsonNode> media = new TreeMap<>();
    addMedia(media, operation.route() + " request", operation.node().path("requestBody"));
    operation
        .node()
        .path("responses")
        .properties()
        .forEach(
            answer ->
                addMedia(media, operation.route() + " " + answer.getKey(), answer.getValue()));
    return media;
  }

  private static void addMedia(Map<String, JsonNode> media, String where, JsonNode body) {
    CONTRACT
        .resolve(body)
        .path("content")
        .properties()
        .forEach(
            type -> {
              if (type.getValue().has("schema")) {
                media.put(where + " " + type.getKey(), type.getValue());
              }
            });
  }

  private static List<JsonNode> examples(JsonNode media) {
    Stream<JsonNode> many =
        StreamSupport.stream(media.path("examples").spliterator(), false)
            .map(example -> CONTRACT.resolve(example).path("value"));
    Stream<JsonNode> one = Stream.of(media.path("example"));
    return Stream.concat(one, many).filter(example -> !example.isMissingNode()).toList();
  }

  private static List<String> misfits(String where, JsonNode media) {
    return examples(media).stream()
        .flatMap(example -> CONTRACT.problemsOf(media.get("schema"), example.toString()).stream())
        .map(problem -> where + ": " + problem)
        .toList();
  }
}
