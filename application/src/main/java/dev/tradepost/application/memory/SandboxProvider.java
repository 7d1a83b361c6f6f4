package dev.tradepost.application.memory;

import dev.tradepost.application.port.PaymentProvider;
import dev.tradepost.domain.payment.Payment;
import dev.tradepost.domain.payment.Refund;
import java.util.Set;

/**
 * A stand-in for a card provider whose answers the card's name decides, so that every outcome can
 * be had at will and none depends on what was asked before: {@code success}; {@code declined};
 * {@code timeout}, which never answers and did nothing; {@code unknown}, which never answers but
 * did it.
 */
public final class SandboxProvider implements PaymentProvider {

  /** The cards it knows. */
  public static final Set<String> CARDS = Set.of("success", "declined", "timeout", "unknown");

  /** It keeps no state: one instance is like another. */
  public SandboxProvider() {}

  @Override
  public Verdict authorize(Payment payment) {
    return switch (payment.source()) {
      case "success" -> Verdict.DONE;
      case "timeout", "unknown" -> Verdict.UNKNOWN;
      default -> Verdict.DECLINED;
    };
  }

  @Override
  public Verdict lookUpAuthorization(Payment payment) {
    return switch (payment.source()) {
      case "success", "unknown" -> Verdict.DONE;
      default -> Verdict.DECLINED;
    };
  }

  @Override
  public Verdict capture(Payment payment) {
    return Verdict.DONE;
  }

  @Override
  public Verdict voidHold(Payment payment) {
    return Verdict.DONE;
  }

  @Override
  public Verdict refund(Payment payment, Refund refund) {
    return Verdict.DONE;
  }
}
