package dev.tradepost.http.shared;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.deser.DeserializationProblemHandler;
import com.fasterxml.jackson.databind.deser.ValueInstantiator;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;

/**
 * Types as they stand in requests. Nothing is coerced: 1.5 is no whole number, "2" is no number and
 * 1 is no text. What is wrong is noted, and reading goes on, so that all faults are told together.
 */
final class StrictTypes {
  /** The reader's attribute in which the faults are collected. */
  static final String ERRORS = "errors";

  /** The reader's attribute that tells whether there were fields nobody knows. */
  static final String UNKNOWN = "unknown";

  private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");

  private StrictTypes() {}

  static SimpleModule module() {
    SimpleModule module = new SimpleModule();
    module.addDeserializer(Integer.class, new WholeNumber<>(Integer.class));
    module.addDeserializer(Long.class, new WholeNumber<>(Long.class));
    module.addDeserializer(BigDecimal.class, new Decimal());
    module.addDeserializer(String.class, new Characters());
    module.addDeserializer(Boolean.class, new TrueOrFalse());
    module.addDeserializer(Instant.class, new Moment());
    return module;
  }

  private static <T> T note(
      DeserializationContext context, JsonParser parser, String code, String message)
      throws IOException {
    @SuppressWarnings("unchecked")
    List<Problem.FieldError> errors = (List<Problem.FieldError>) context.getAttribute(ERRORS);
    // At the start of a list or an object the context is already the one inside it.
    JsonStreamContext at = parser.getParsingContext();
    boolean inside = parser.currentToken().isStructStart();
    String pointer = (inside ? at.getParent() : at).pathAsPointer().toString();
    parser.skipChildren();
    errors.add(new Problem.FieldError(pointer, code, message));
    return null;
  }

  private static final class WholeNumber<T extends Number> extends StdDeserializer<T> {
    private static final long serialVersionUID = 1L;

    WholeNumber(Class<T> type) {
      super(type);
    }

    @Override
    public T deserialize(JsonParser parser, DeserializationContext context) throws IOException {
      Class<?> type = handledType();
      if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT) {
        boolean isInt = parser.getNumberType() == JsonParser.NumberType.INT;
        if (type == Integer.class && isInt) {
          return cast(parser.getIntValue());
        }
        if (type == Long.class && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
          return cast(parser.getLongValue());
        }
        return note(context, parser, "out-of-range", "must be a smaller whole number");
      }
      return note(context, parser, "type", "must be a whole number, such as 2");
    }

    @SuppressWarnings("unchecked")
    private T cast(Number number) {
      return (T) number;
    }
  }

  private static final class Decimal extends JsonDeserializer<BigDecimal> {
    @Override
    public BigDecimal deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (parser.currentToken().isNumeric()) {
        return decimal(parser, context);
      }
      if (parser.currentToken() == JsonToken.VALUE_STRING
          && DECIMAL.matcher(parser.getText()).matches()) {
        return new BigDecimal(parser.getText());
      }
      return note(context, parser, "type", "must be a number or a decimal string, such as 12.50");
    }

    private static BigDecimal decimal(JsonParser parser, DeserializationContext context)
        throws IOException {
      try {
        return parser.getDecimalValue();
      } catch (JsonProcessingException | NumberFormatException e) {
        return note(context, parser, "out-of-range", "must be a number of a sensible size");
      }
    }
  }

  private static final class Characters extends JsonDeserializer<String> {
    @Override
    public String deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (parser.currentToken() != JsonToken.VALUE_STRING) {
        return note(context, parser, "type", "must be a text in quotes");
      }
      String text = parser.getText();
      return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text)
          ? text
          : note(context, parser, "characters", "must not contain NUL or half a character");
    }
  }

  private static final class TrueOrFalse extends JsonDeserializer<Boolean> {
    @Override
    public Boolean deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return switch (parser.currentToken()) {
        case VALUE_TRUE -> true;
        case VALUE_FALSE -> false;
        default -> note(context, parser, "type", "must be true or false");
      };
    }
  }

  /** In microseconds, as everything that is kept. */
  private static final class Moment extends JsonDeserializer<Instant> {
    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      Instant time =
          parser.currentToken() == JsonToken.VALUE_STRING ? Call.moment(parser.getText()) : null;
      return time != null
          ? time.truncatedTo(ChronoUnit.MICROS)
          : note(context, parser, "type", "must be an RFC 3339 time, such as 2026-01-31T12:00:00Z");
    }
  }

  /**
   * Notes what no single type can: that fields are unknown, and an object or a list where none is
   * due.
   */
  static final class Collector extends DeserializationProblemHandler {
    @Override
    public boolean handleUnknownProperty(
        DeserializationContext context,
        JsonParser parser,
        JsonDeserializer<?> deserializer,
        Object bean,
        String name)
        throws IOException {
      ((AtomicBoolean) context.getAttribute(UNKNOWN)).set(true);
      parser.skipChildren();
      return true;
    }

    @Override
    public Object handleUnexpectedToken(
        DeserializationContext context,
        JavaType target,
        JsonToken token,
        JsonParser parser,
        String failure)
        throws IOException {
      String due = target.isCollectionLikeType() ? "a list" : "an object";
      return note(context, parser, "type", "must be " + due);
    }

    @Override
    public Object handleMissingInstantiator(
        DeserializationContext context,
        Class<?> target,
        ValueInstantiator instantiator,
        JsonParser parser,
        String failure)
        throws IOException {
      return note(context, parser, "type", "must be an object");
    }

    @Override
    public Object handleWeirdStringValue(
        DeserializationContext context, Class<?> target, String value, String failure)
        throws IOException {
      return note(context, context.getParser(), "value", "must be one of the documented values");
    }
  }
}
