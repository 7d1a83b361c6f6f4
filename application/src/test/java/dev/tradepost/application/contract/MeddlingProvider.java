package dev.tradepost.application.contract;

import dev.tradepost.application.port.PaymentProvider;
import dev.tradepost.domain.payment.Payment;
import dev.tradepost.domain.payment.Refund;
import java.util.ArrayList;
import java.util.List;

/**
 * A provider that says yes to everything, writes down what it was asked, and lets something happen
 * elsewhere while it thinks about one question.
 */
final class MeddlingProvider implements PaymentProvider {
  private final String question;
  private final Runnable meanwhile;
  private final List<String> asked = new ArrayList<>();

  MeddlingProvider(String question, Runnable meanwhile) {
    this.question = question;
    this.meanwhile = meanwhile;
  }

  /** All questions so far. */
  List<String> asked() {
    return List.copyOf(asked);
  }

  @Override
  public Verdict authorize(Payment payment) {
    return think("authorize");
  }

  @Override
  public Verdict lookUpAuthorization(Payment payment) {
    return think("look up");
  }

  @Override
  public Verdict capture(Payment payment) {
    return think("capture");
  }

  @Override
  public Verdict voidHold(Payment payment) {
    return think("void");
  }

  @Override
  public Verdict refund(Payment payment, Refund refund) {
    return think("refund " + refund.amount());
  }

  private Verdict think(String asking) {
    boolean first = !asked.contains(asking);
    asked.add(asking);
    if (first && asking.equals(question)) {
      meanwhile.run();
    }
    return Verdict.DONE;
  }
}
