package dev.tradepost.application.payment;

import dev.tradepost.domain.payment.Payment;
import dev.tradepost.domain.payment.Refund;
import java.util.Optional;

/**
 * What to ask the provider next about a payment.
 *
 * @param refund which one, where a refund is to be asked for
 */
public record PaymentStep(Kind kind, Payment payment, Optional<Refund> refund) {

  /** The questions there are. */
  public enum Kind {
    AUTHORIZE,
    LOOK_UP,
    CAPTURE,
    VOID,
    REFUND,
    /** Nothing is left to ask. */
    NONE
  }

  static PaymentStep of(Kind kind, Payment payment) {
    return new PaymentStep(kind, payment, Optional.empty());
  }

  /**
   * The step a payment in this state calls for.
   *
   * @param orderPayable whether the order still wants the money
   */
  static PaymentStep next(Payment payment, boolean orderPayable) {
    return switch (payment.status()) {
      case PENDING -> of(Kind.LOOK_UP, payment);
      case AUTHORIZED -> of(orderPayable ? Kind.CAPTURE : Kind.VOID, payment);
      case CAPTURED, PARTIALLY_REFUNDED ->
          payment.refundsDue().stream()
              .findFirst()
              .map(refund -> new PaymentStep(Kind.REFUND, payment, Optional.of(refund)))
              .orElse(of(Kind.NONE, payment));
      case REFUNDED, VOIDED, FAILED -> of(Kind.NONE, payment);
    };
  }
}
