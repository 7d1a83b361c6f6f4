package dev.tradepost.domain.shared;

import java.util.Objects;
import java.util.Optional;

/**
 * The one way to say no: a {@link Reason} and a sentence about this very case. It carries no stack
 * trace, because it is an answer and not a fault, and it is never logged as an error.
 */
public final class Rejection extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient Reason reason;
  private final String field;

  public Rejection(Reason reason, String detail) {
    this(reason, detail, null);
  }

  private Rejection(Reason reason, String detail, String field) {
    super(detail, null, false, false);
    this.reason = Objects.requireNonNull(reason);
    this.field = field;
  }

  /**
   * The same refusal, pinned to the input field that caused it, such as {@code items[1].quantity}.
   */
  public Rejection at(String inputField) {
    return new Rejection(reason, getMessage(), inputField);
  }

  public Reason reason() {
    return reason;
  }

  /** What is wrong in this case, in a sentence that names the fix. */
  public String detail() {
    return getMessage();
  }

  /** The input field that caused the refusal, where one did. */
  public Optional<String> field() {
    return Optional.ofNullable(field);
  }
}
