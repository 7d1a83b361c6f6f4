package dev.tradepost.http.shared;

import dev.tradepost.application.Actor;
import dev.tradepost.application.ApplicationReason;
import dev.tradepost.application.Once;
import dev.tradepost.application.Role;
import dev.tradepost.application.port.Page;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.UserId;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** One request, read with care: who asks, its body, parameters, idempotency key and If-Match. */
public final class Call {
  /** What ids that people choose look like. */
  public static final String ID = "[A-Za-z0-9._:@-]{1,64}";

  private static final int MAX_BODY = 1 << 20;
  private static final Pattern KEY = Pattern.compile("[\\x21-\\x7e]{1,255}");
  private static final Pattern ETAG = Pattern.compile("\"(\\d{1,18})\"");

  private final Context context;
  private byte[] body;

  Call(Context context) {
    this.context = context;
  }

  public Context context() {
    return context;
  }

  /** Who asks; the door has checked the token. */
  public Actor actor() {
    return context.attribute(Tokens.ACTOR);
  }

  /** Refuses a caller who is none of the shop's staff. */
  public void requireStaff() {
    if (!actor().has(Role.STAFF)) {
      throw new Rejection(ApplicationReason.STAFF_ONLY, "only the shop's staff may see this");
    }
  }

  /** An id in the path; text that cannot be one names nothing, so the refusal is the given one. */
  public <T> T path(String name, Function<String, T> id, Supplier<Rejection> notFound) {
    try {
      return id.apply(context.pathParam(name));
    } catch (IllegalArgumentException | Rejection e) {
      throw notFound.get();
    }
  }

  /** Reads a UUID in its one canonical form, whatever its case. */
  public static UUID uuid(String text) {
    UUID uuid = UUID.fromString(text);
    if (!uuid.toString().equals(text.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException(text);
    }
    return uuid;
  }

  /** The body, which must be there. */
  public <T> T body(Class<T> type) {
    if (bytes().length == 0) {
      throw new Rejection(HttpReason.MALFORMED_JSON, "the body is empty, send a JSON object");
    }
    requireJson();
    return Json.read(bytes(), type);
  }

  /** The names of the body's fields; none where it is no JSON object, which {@link #body} tells. */
  public Set<String> fields() {
    return Json.fields(bytes());
  }

  /** The body, or the value of an empty one. */
  public <T> T bodyOr(Class<T> type, T empty) {
    return bytes().length == 0 ? empty : body(type);
  }

  /** Refuses a body that says something: this request is all in its path. */
  public void requireNoFields() {
    bodyOr(NoFields.class, new NoFields());
  }

  /** A body without a field. */
  record NoFields() {}

  /** A parameter; an empty one counts as left out, and NUL, which no text can hold, is refused. */
  public Optional<String> parameter(String name) {
    Optional<String> given = Optional.ofNullable(context.queryParam(name));
    if (given.isPresent() && given.get().indexOf('\0') >= 0) {
      throw invalid(name + " must not contain NUL");
    }
    return given.filter(text -> !text.isEmpty());
  }

  /** Whose things are asked for: the caller's own; for staff a user's, or everybody's. */
  public Optional<UserId> whose() {
    Optional<UserId> asked = parameter("userId").map(UserId::new);
    if (actor().has(Role.STAFF)) {
      return asked;
    }
    if (asked.isPresent() && !asked.get().equals(actor().userId())) {
      throw new Rejection(
          ApplicationReason.NOT_FOR_OTHERS, "only staff may see what is other users'");
    }
    return Optional.of(actor().userId());
  }

  /** A parameter that is a time with an offset. */
  public Optional<Instant> time(String name) {
    return parameter(name)
        .map(
            text -> {
              Instant time = moment(text);
              if (time == null) {
                throw invalid(name + " must be an RFC 3339 time, such as 2026-01-31T12:00:00Z");
              }
              return time;
            });
  }

  /** A time with an offset that every database can hold; null for another text. */
  static Instant moment(String text) {
    try {
      Instant time = OffsetDateTime.parse(text).toInstant();
      return time.isBefore(Page.EARLIEST) || time.isAfter(Page.LATEST) ? null : time;
    } catch (DateTimeParseException e) {
      return null;
    }
  }

  /** A parameter that is one of these texts. */
  public Optional<String> oneOf(String name, String... allowed) {
    return parameter(name)
        .map(
            text -> {
              if (Arrays.asList(allowed).contains(text)) {
                return text;
              }
              throw invalid(name + " must be one of " + String.join(", ", allowed));
            });
  }

  /** The page asked for by limit, page and cursor. */
  public Page.Request page() {
    Optional<Page.Cursor> after = parameter("cursor").map(Page.Cursor::decode);
    if (after.isPresent() && parameter("page").isPresent()) {
      throw invalid("send either page or cursor, not both");
    }
    return new Page.Request(
        countOr("limit", 20, Page.Request.MAX_LIMIT),
        countOr("page", 1, Page.Request.MAX_PAGE),
        after);
  }

  private int countOr(String name, int otherwise, int max) {
    return (int) number(name, 1, max).orElse(otherwise);
  }

  /** A parameter that is a whole number between these. */
  public OptionalLong number(String name, long min, long max) {
    Optional<String> text = parameter(name);
    if (text.isEmpty()) {
      return OptionalLong.empty();
    }
    if (text.get().matches("\\d{1,18}")) {
      long value = Long.parseLong(text.get());
      if (value >= min && value <= max) {
        return OptionalLong.of(value);
      }
    }
    throw invalid(name + " must be a whole number from " + min + " to " + max);
  }

  /** The version the caller decided on, from If-Match. */
  public OptionalLong expectedVersion() {
    String header = context.header("If-Match");
    if (header == null || header.equals("*")) {
      return OptionalLong.empty();
    }
    var matcher = ETAG.matcher(header.strip());
    if (!matcher.matches()) {
      throw invalid("If-Match must be an ETag of an earlier answer, such as \"3\"");
    }
    return OptionalLong.of(Long.parseLong(matcher.group(1)));
  }

  /** The idempotency key, bound to the caller, the route and what the request says. */
  Optional<Once> once() {
    String header = context.header("Idempotency-Key");
    if (header == null) {
      return Optional.empty();
    }
    String key = header.matches("\".*\"") ? header.substring(1, header.length() - 1) : header;
    if (!KEY.matcher(key).matches()) {
      throw invalid("Idempotency-Key must be 1 to 255 visible ASCII characters");
    }
    String scope = actor().userId() + " " + context.method() + " " + context.path();
    return Optional.of(new Once(scope, key, fingerprint()));
  }

  private String fingerprint() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(bytes());
      String ifMatch = String.valueOf(context.header("If-Match"));
      digest.update(ifMatch.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] bytes() {
    if (body == null) {
      try {
        body = context.bodyInputStream().readNBytes(MAX_BODY + 1);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      if (body.length > MAX_BODY) {
        throw new Rejection(HttpReason.BODY_TOO_LARGE, "the body may have at most 1 MiB");
      }
    }
    return body;
  }

  private void requireJson() {
    String type = String.valueOf(context.contentType()).split(";")[0].strip();
    if (!type.equalsIgnoreCase("application/json")) {
      throw new Rejection(
          HttpReason.UNSUPPORTED_MEDIA_TYPE, "send the body with Content-Type: application/json");
    }
  }

  /** A refusal of a part of this request as a problem. */
  public Problem problem(Rejection rejection) {
    return Problem.of(rejection, context.path(), Requests.id(context));
  }

  static Rejection invalid(String detail) {
    return new Rejection(HttpReason.INVALID_PARAMETER, detail);
  }
}
