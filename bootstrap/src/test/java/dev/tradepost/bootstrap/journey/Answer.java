package dev.tradepost.bootstrap.journey;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpHeaders;

/** What the server answered. */
public record Answer(int status, HttpHeaders headers, String body) {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** This answer, if it has that status. */
  public Answer expect(int expected) {
    if (status != expected) {
      throw new AssertionError(expected + " was expected, but it is " + status + ": " + body);
    }
    return this;
  }

  /** This answer, if it is a refusal of that status and code. */
  Answer expect(int expected, String code) {
    String given = expect(expected).at("/code");
    if (!given.equals(code)) {
      throw new AssertionError(code + " was expected, but it is " + given + ": " + body);
    }
    return this;
  }

  public JsonNode json() {
    try {
      return MAPPER.readTree(body);
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + body, e);
    }
  }

  /** The text at a pointer, such as {@code /items/0/productId}; numbers as they are written. */
  public String at(String pointer) {
    JsonNode found = json().at(pointer);
    if (found.isMissingNode()) {
      throw new AssertionError("there is no " + pointer + " in " + body);
    }
    return found.asText();
  }

  /** The header; empty where there is none. */
  public String header(String name) {
    return headers.firstValue(name).orElse("");
  }
}
