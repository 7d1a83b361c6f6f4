package dev.tradepost.bootstrap.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The contract, {@code docs/openapi.yaml}, and whether what the server does keeps it. */
public final class OpenApi {
  private static final String FILE = "docs/openapi.yaml";
  private static final List<String> METHODS =
      List.of("get", "post", "put", "patch", "delete", "head", "options", "trace");

  /** Where the schemas that others refer to are put for the validator. */
  /** What is answered where there is no route. */
  private static final String NO_ROUTE = "/components/responses/RouteNotFound";

  private static final String SHARED = "https://tradepost.example/schemas";

  private final JsonNode document;
  private final SchemaRegistry registry;
  private final Map<JsonNode, Schema> schemas = new ConcurrentHashMap<>();

  private OpenApi(JsonNode document) {
    this.document = document;
    ObjectNode shared = JsonNodeFactory.instance.objectNode();
    shared.set("$defs", document.at("/components/schemas"));
    String text = forValidator(shared);
    registry =
        SchemaRegistry.withDefaultDialect(
            Dialects.getOpenApi31(),
            builder ->
                builder
                    .schemaRegistryConfig(
                        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).build())
                    .schemas(Map.of(SHARED, text)));
  }

  /** An operation of the contract. */
  public record Operation(String method, String path, JsonNode node) {
    /** Such as {@code GET /orders/{id}}. */
    public String route() {
      return method + " " + path;
    }
  }

  /** Reads the contract of this working tree. */
  public static OpenApi load() {
    try {
      return new OpenApi(new YAMLMapper().readTree(Files.readAllBytes(file())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where the contract lies, seen from here. */
  public static Path file() {
    for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
      if (Files.exists(at.resolve(FILE))) {
        return at.resolve(FILE);
      }
    }
    throw new IllegalStateException("there is no " + FILE + " here or above");
  }

  JsonNode document() {
    return document;
  }

  /** All operations, as they stand in the contract. */
  public List<Operation> operations() {
    List<Operation> all = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> member : path.getValue().properties()) {
        if (METHODS.contains(member.getKey())) {
          String method = member.getKey().toUpperCase(Locale.ROOT);
          all.add(new Operation(method, path.getKey(), member.getValue()));
        }
      }
    }
    return all;
  }

  /**
   * What of an exchange breaks the contract; nothing where it keeps it. Request bodies and
   * parameters are looked at only where the server accepted them.
   *
   * @param path with its query
   * @param requestBody null for none
   */
  public List<String> problemsOf(
      String method,
      String path,
      int status,
      String contentType,
      String requestBody,
      String responseBody) {
    String[] parts = path.split("\\?", 2);
    Optional<Operation> found = operation(method, parts[0]);
    if (found.isEmpty()) {
      return status == 404 || status == 405
          ? problemsOfBody("the refusal", document.at(NO_ROUTE), contentType, responseBody)
          : List.of("the contract has no route " + method + " " + parts[0]);
    }
    Operation operation = found.get();
    JsonNode response = resolve(operation.node.path("responses").path(String.valueOf(status)));
    if (response.isMissingNode()) {
      return List.of(operation.route() + " has no answer " + status + " in the contract");
    }
    List<String> problems =
        new ArrayList<>(problemsOfBody("the answer", response, contentType, responseBody));
    if (status / 100 == 2) {
      problems.addAll(problemsOfQuery(operation, parts.length == 1 ? "" : parts[1]));
      problems.addAll(problemsOfRequest(operation, requestBody));
    }
    return problems;
  }

  /** What of this JSON breaks a schema of the contract. */
  List<String> problemsOf(JsonNode schema, String json) {
    return schemas.computeIfAbsent(schema, this::compile).validate(json, InputFormat.JSON).stream()
        .map(error -> error.getInstanceLocation() + " " + error.getMessage())
        .toList();
  }

  /** What the node is, or what it refers to; words beside the reference are left out. */
  JsonNode resolve(JsonNode node) {
    JsonNode resolved = node;
    while (resolved.has("$ref")) {
      resolved = document.at(resolved.get("$ref").asText().substring(1));
    }
    return resolved;
  }

  /** The operation's parameters, with those of its path. */
  List<JsonNode> parameters(Operation operation) {
    JsonNode ofPath = document.path("paths").path(operation.path).path("parameters");
    return Stream.of(ofPath, operation.node.path("parameters"))
        .flatMap(list -> list.valueStream())
        .map(this::resolve)
        .toList();
  }

  private Schema compile(JsonNode schema) {
    return registry.getSchema(forValidator(schema), InputFormat.JSON);
  }

  private static String forValidator(JsonNode schema) {
    return schema.toString().replace("\"#/components/schemas/", "\"" + SHARED + "#/$defs/");
  }

  /** The route a path belongs to; one without parameters wins over one with. */
  private Optional<Operation> operation(String method, String path) {
    List<Operation> fitting =
        operations().stream()
            .filter(operation -> operation.method.equalsIgnoreCase(method))
            .filter(operation -> fits(operation.path, path))
            .toList();
    return fitting.stream()
        .filter(operation -> operation.path.equals(path))
        .findFirst()
        .or(() -> fitting.stream().findFirst());
  }

  private static boolean fits(String template, String path) {
    String[] wanted = template.split("/", -1);
    String[] given = path.split("/", -1);
    if (wanted.length != given.length) {
      return false;
    }
    for (int i = 0; i < wanted.length; i++) {
      boolean parameter = wanted[i].startsWith("{") && !given[i].isEmpty();
      if (!parameter && !wanted[i].equals(given[i])) {
        return false;
      }
    }
    return true;
  }

  private List<String> problemsOfRequest(Operation operation, String body) {
    JsonNode described = resolve(operation.node.path("requestBody"));
    if (body == null || body.isEmpty()) {
      return described.path("required").asBoolean()
          ? List.of("the request has no body, but the contract wants one")
          : List.of();
    }
    if (described.isMissingNode()) {
      return List.of("the request has a body, but the contract knows none");
    }
    return problemsOfBody("the request", described, "application/json", body);
  }

  private List<String> problemsOfQuery(Operation operation, String query) {
    List<String> known =
        parameters(operation).stream()
            .filter(parameter -> parameter.path("in").asText().equals("query"))
            .map(parameter -> parameter.path("name").asText())
            .toList();
    return Arrays.stream(query.split("&"))
        .map(pair -> pair.split("=", 2)[0])
        .filter(name -> !name.isEmpty() && !known.contains(name))
        .map(name -> "the contract knows no query parameter " + name)
        .toList();
  }

  private List<String> problemsOfBody(
      String what, JsonNode described, String contentType, String body) {
    if (!described.has("content")) {
      return body.isEmpty() ? List.of() : List.of(what + " has a body, but should have none");
    }
    String type = contentType.split(";")[0].strip().toLowerCase(Locale.ROOT);
    JsonNode media = described.path("content").path(type);
    if (media.isMissingNode()) {
      return List.of(what + " is '" + contentType + "', which the contract does not know");
    }
    if (!type.endsWith("json") || !media.has("schema")) {
      return List.of();
    }
    return problemsOf(media.get("schema"), body).stream()
        .map(problem -> what + ": " + problem)
        .toList();
  }
}
