package dev.tradepost.bootstrap.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The contract of the socket, {@code docs/asyncapi.yaml}, and whether frames keep it. */
public final class AsyncApi {
  private final JsonNode messages;
  private final Map<String, Schema> schemas = new TreeMap<>();

  private AsyncApi(JsonNode document) {
    messages = document.at("/components/messages");
    SchemaRegistry registry = SchemaRegistry.withDefaultDialect(Dialects.getDraft202012());
    for (Map.Entry<String, JsonNode> message : messages.properties()) {
      ObjectNode schema = message.getValue().path("payload").deepCopy();
      schema.putObject("components").set("schemas", document.at("/components/schemas"));
      schemas.put(message.getKey(), registry.getSchema(schema.toString(), InputFormat.JSON));
    }
  }

  /** Reads the contract of this working tree. */
  public static AsyncApi load() {
    try {
      byte[] file = Files.readAllBytes(OpenApi.file().resolveSibling("asyncapi.yaml"));
      return new AsyncApi(new YAMLMapper().readTree(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The messages of the contract, by their names. */
  JsonNode messages() {
    return messages;
  }

  /** What of a frame breaks the contract; nothing where it keeps it. */
  public List<String> problemsOf(JsonNode frame) {
    Schema schema = schemas.get(frame.path("event").asText());
    if (schema == null) {
      return List.of("the contract has no such message: " + frame);
    }
    return schema.validate(frame.toString(), InputFormat.JSON).stream()
        .map(error -> error.getInstanceLocation() + " " + error.getMessage())
        .toList();
  }
}
