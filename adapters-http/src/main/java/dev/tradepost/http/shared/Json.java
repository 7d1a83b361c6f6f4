package dev.tradepost.http.shared;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.exc.StreamReadException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tradepost.domain.shared.Rejection;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;

/** Reads request bodies strictly, and tells every field at fault at once; writes answers. */
public final class Json {
  private static final JsonMapper MAPPER = mapper();
  private static final Validator VALIDATOR =
      Validation.byDefaultProvider()
          .configure()
          .messageInterpolator(new ParameterMessageInterpolator())
          .buildValidatorFactory()
          .getValidator();

  private Json() {}

  /**
   * The body as this record. Types, unknown fields and bounds are checked together; what is no
   * single JSON object is refused as a whole.
   */
  static <T> T read(byte[] body, Class<T> type) {
    List<Problem.FieldError> errors = new ArrayList<>();
    AtomicBoolean unknown = new AtomicBoolean();
    T value;
    try {
      value =
          MAPPER
              .readerFor(type)
              .withAttribute(StrictTypes.ERRORS, errors)
              .withAttribute(StrictTypes.UNKNOWN, unknown)
              .readValue(body);
      if (unknown.get()) {
        UnknownFields.find(MAPPER.readTree(body), type, JsonPointer.empty(), errors);
      }
    } catch (JsonProcessingException e) {
      throw new Rejection(HttpReason.MALFORMED_JSON, "the body is no JSON object: " + reason(e));
    } catch (IOException e) {
      throw new Rejection(HttpReason.MALFORMED_JSON, "the body is not UTF-8 text");
    }
    if (value == null && errors.isEmpty()) {
      throw new Rejection(HttpReason.MALFORMED_JSON, "the body must be a JSON object");
    }
    if (value != null) {
      addViolations(value, errors);
    }
    if (!errors.isEmpty()) {
      throw new InvalidRequest(List.copyOf(errors));
    }
    return value;
  }

  /** The names of the fields of an object; what is none has none. */
  static Set<String> fields(byte[] body) {
    Set<String> names = new LinkedHashSet<>();
    try (JsonParser parser = MAPPER.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return names;
      }
      for (String name = parser.nextFieldName(); name != null; name = parser.nextFieldName()) {
        names.add(name);
        parser.nextToken();
        parser.skipChildren();
      }
    } catch (IOException e) {
      names.clear(); // Whoever reads the body tells what is wrong with it.
    }
    return names;
  }

  /** The answer as JSON. */
  public static String write(Object answer) {
    try {
      return MAPPER.writeValueAsString(answer);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("answer cannot be written", e);
    }
  }

  private static <T> void addViolations(T value, List<Problem.FieldError> errors) {
    Set<String> known =
        errors.stream().map(Problem.FieldError::pointer).collect(Collectors.toSet());
    List<Problem.FieldError> more = new ArrayList<>();
    for (ConstraintViolation<T> violation : VALIDATOR.validate(value)) {
      String rule =
          violation.getConstraintDescriptor().getAnnotation().annotationType().getSimpleName();
      Problem.FieldError error =
          Problem.FieldError.at(
              violation.getPropertyPath().toString(), Problem.kebab(rule), violation.getMessage());
      if (!known.contains(error.pointer())) {
        more.add(error);
      }
    }
    more.sort((a, b) -> a.pointer().compareTo(b.pointer()));
    errors.addAll(more);
  }

  /** What the parser says of broken syntax; its other words are of classes, not of the body. */
  private static String reason(JsonProcessingException e) {
    if (!(e instanceof StreamReadException) && !(e instanceof StreamConstraintsException)) {
      return "something else stands where it should end";
    }
    String first = e.getOriginalMessage().lines().findFirst().orElse("unreadable");
    return first.split("[:(]")[0].strip();
  }

  private static JsonMapper mapper() {
    JsonFactory factory =
        JsonFactory.builder()
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(50)
                    .maxNumberLength(64)
                    .maxStringLength(100_000)
                    .maxNameLength(200)
                    .build())
            .build();
    return JsonMapper.builder(factory)
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .addModule(StrictTypes.module())
        .addModule(DomainJson.module())
        .addHandler(new StrictTypes.Collector())
        .build();
  }
}
