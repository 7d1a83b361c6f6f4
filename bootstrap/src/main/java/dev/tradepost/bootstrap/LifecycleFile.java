package dev.tradepost.bootstrap;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tradepost.domain.order.LifecycleDraft;
import dev.tradepost.domain.order.OrderLifecycle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Reads the file in which a shop writes down lifecycles of its own: strictly, and all that is wrong
 * at once. What a sound lifecycle is, the domain says.
 */
final class LifecycleFile {
  private static final int MAX_BYTES = 1 << 20;
  private static final int MAX_TEXT = 64;
  private static final List<String> LIFECYCLE =
      List.of("name", "initial", "paymentRequired", "transitions");
  private static final List<String> TRANSITION = List.of("from", "action", "to");
  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final List<String> problems = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final List<LifecycleDraft> drafts = new ArrayList<>();
  private boolean readable = true;
  private boolean whole;

  private LifecycleFile() {}

  /** Reads and checks the file; an empty path is a shop without lifecycles of its own. */
  static LifecycleFile read(String path) {
    LifecycleFile file = new LifecycleFile();
    if (!path.isEmpty()) {
      try {
        file.readLifecycles(MAPPER.readTree(bytes(Path.of(path))));
      } catch (JsonProcessingException e) {
        file.unreadable(
            "is no JSON" + where(e) + ": " + e.getOriginalMessage() + ", mend it there");
      } catch (NoSuchFileException e) {
        file.unreadable("cannot be read, there is no file " + path);
      } catch (IOException | InvalidPathException e) {
        file.unreadable("cannot be read: " + e.getMessage());
      }
    }
    file.problems.addAll(LifecycleDraft.problems(file.drafts));
    return file;
  }

  /** What is wrong with the file, a line each; nothing when it can be used. */
  List<String> problems() {
    return problems.stream().map(it -> it.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]+", " ")).toList();
  }

  /** The lifecycles of the file; none while there are problems. */
  List<OrderLifecycle> lifecycles() {
    return problems.isEmpty() ? drafts.stream().map(LifecycleDraft::lifecycle).toList() : List.of();
  }

  /** Whether this may be the name of a lifecycle once the problems of the file are mended. */
  boolean mayName(String name) {
    return !readable || names.contains(name);
  }

  private void unreadable(String why) {
    problems.add(why);
    readable = false;
  }

  private static byte[] bytes(Path path) throws IOException {
    try (InputStream file = Files.newInputStream(path)) {
      byte[] bytes = file.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw new IOException("it has more than " + MAX_BYTES + " bytes, make it smaller");
      }
      return bytes;
    }
  }

  /** The place in the file, and where the parser knows it the path to the field. */
  private static String where(JsonProcessingException e) {
    String path =
        e.getProcessor() instanceof JsonParser parser
            ? parser.getParsingContext().pathAsPointer().toString()
            : "";
    JsonLocation at = e.getLocation();
    return (path.isEmpty() ? "" : " at " + path)
        + (at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")");
  }

  private void readLifecycles(JsonNode root) {
    requireKnown(root, "the file", List.of("lifecycles"));
    List<JsonNode> all = list(root, "the file", "lifecycles");
    for (int i = 0; i < all.size(); i++) {
      readLifecycle(all.get(i), "lifecycles[" + i + "]");
    }
  }

  private void readLifecycle(JsonNode node, String place) {
    whole = true;
    String name = text(node, place, "name");
    String where = name.isEmpty() ? place : "lifecycle " + name;
    names.add(name);
    requireKnown(node, where, LIFECYCLE);
    String initial = text(node, where, "initial");
    boolean paymentRequired =
        field(node, where, "paymentRequired", "true or false", JsonNode::isBoolean)
            .map(JsonNode::asBoolean)
            .orElse(false);
    List<LifecycleDraft.Step> steps = new ArrayList<>();
    List<JsonNode> transitions = list(node, where, "transitions");
    for (int i = 0; i < transitions.size(); i++) {
      steps.add(step(transitions.get(i), where + ", transitions[" + i + "]"));
    }
    if (whole) {
      drafts.add(new LifecycleDraft(name, initial, paymentRequired, steps));
    }
  }

  private LifecycleDraft.Step step(JsonNode node, String where) {
    requireKnown(node, where, TRANSITION);
    return new LifecycleDraft.Step(
        text(node, where, "from"), text(node, where, "action"), text(node, where, "to"));
  }

  private void requireKnown(JsonNode node, String where, List<String> known) {
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                String shown = name.substring(0, Math.min(name.length(), MAX_TEXT));
                problems.add(
                    "%s: there is no field '%s': use %s"
                        .formatted(where, shown, String.join(", ", known)));
              }
            });
  }

  private String text(JsonNode node, String where, String name) {
    Predicate<JsonNode> rule =
        it -> it.isTextual() && !it.asText().isBlank() && it.asText().length() <= MAX_TEXT;
    return field(node, where, name, "a text of at most " + MAX_TEXT + " characters", rule)
        .map(JsonNode::asText)
        .orElse("");
  }

  private List<JsonNode> list(JsonNode node, String where, String name) {
    List<JsonNode> items = new ArrayList<>();
    field(node, where, name, "a list", JsonNode::isArray).ifPresent(it -> it.forEach(items::add));
    return items;
  }

  private Optional<JsonNode> field(
      JsonNode node, String where, String name, String what, Predicate<JsonNode> rule) {
    JsonNode found = node.path(name);
    if (rule.test(found)) {
      return Optional.of(found);
    }
    whole = false;
    problems.add(
        found.isMissingNode()
            ? "%s: %s is missing: give it as %s".formatted(where, name, what)
            : "%s: %s must be %s".formatted(where, name, what));
    return Optional.empty();
  }
}
