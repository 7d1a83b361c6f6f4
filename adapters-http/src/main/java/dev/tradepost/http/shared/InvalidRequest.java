package dev.tradepost.http.shared;

import java.util.List;

/** The body can be read, but some of its fields are wrong: all of them at once. */
final class InvalidRequest extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<Problem.FieldError> errors;

  InvalidRequest(List<Problem.FieldError> errors) {
    super("invalid request", null, false, false);
    this.errors = errors;
  }

  List<Problem.FieldError> errors() {
    return errors;
  }
}
