package dev.tradepost.http.shared;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.tradepost.domain.shared.Reason;
import dev.tradepost.domain.shared.Rejection;
import java.util.List;
import java.util.Locale;

/**
 * An error as clients see it (RFC 9457).
 *
 * @param type where the reason is explained
 * @param title the reason's cause
 * @param detail what is wrong in this case and how to mend it
 * @param errors the fields at fault, where fields are
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    String instance,
    String code,
    String requestId,
    List<FieldError> errors) {

  public static final String CONTENT_TYPE = "application/problem+json";

  /**
   * One field at fault.
   *
   * @param pointer where it stands in the body (RFC 6901)
   */
  public record FieldError(String pointer, String code, String message) {

    /** A field given as the domain names it, such as {@code items[1].quantity}. */
    static FieldError at(String path, String code, String message) {
      // Bean Validation names an element of a list that is null "items[3].<list element>".
      String plain = path.replace(".<list element>", "").replace("[", ".").replace("]", "");
      String pointer = plain.replace('.', '/');
      return new FieldError("/" + pointer, code, message);
    }
  }

  static Problem of(Reason reason, String detail, String instance, String requestId) {
    return new Problem(
        "/docs/reasons#" + reason.code(),
        reason.meaning().cause(),
        Statuses.of(reason),
        detail,
        instance,
        reason.code(),
        requestId,
        null);
  }

  /** A refusal as a problem; {@code instance} and {@code requestId} say where it happened. */
  public static Problem of(Rejection rejection, String instance, String requestId) {
    Problem plain = of(rejection.reason(), rejection.detail(), instance, requestId);
    return rejection
        .field()
        .map(field -> FieldError.at(field, rejection.reason().code(), rejection.detail()))
        .map(error -> plain.with(List.of(error)))
        .orElse(plain);
  }

  Problem with(List<FieldError> fieldErrors) {
    return new Problem(type, title, status, detail, instance, code, requestId, fieldErrors);
  }

  Problem withStatus(int other) {
    return new Problem(type, title, other, detail, instance, code, requestId, errors);
  }

  static String kebab(String camel) {
    return camel.replaceAll("(?<=[a-z])(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }
}
