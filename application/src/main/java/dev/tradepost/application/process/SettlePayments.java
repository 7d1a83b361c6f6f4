package dev.tradepost.application.process;

import dev.tradepost.application.Actor;
import dev.tradepost.application.UseCases;
import dev.tradepost.application.payment.NextPaymentStep;
import dev.tradepost.application.payment.PaymentStep;
import dev.tradepost.application.payment.PaymentViews;
import dev.tradepost.application.payment.RecordVerdict;
import dev.tradepost.application.port.PaymentProvider;
import dev.tradepost.application.port.PaymentProvider.Verdict;
import dev.tradepost.domain.payment.Payment;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.PaymentId;
import java.time.Instant;
import java.util.function.BiConsumer;

/**
 * Brings payments to an end: asks the provider outside any transaction and writes down each answer
 * in one. Any number of nodes may run it at once, and it may die anywhere: what is not written down
 * is asked again, and the provider does each thing once.
 */
public final class SettlePayments {
  private static final int BATCH = 100;

  private final UseCases useCases;
  private final PaymentViews payments;
  private final PaymentProvider provider;

  public SettlePayments(UseCases useCases, PaymentViews payments, PaymentProvider provider) {
    this.useCases = useCases;
    this.payments = payments;
    this.provider = provider;
  }

  /** Takes a payment that this caller just wrote down as far as it goes now. */
  public void start(Actor payer, PaymentId id) {
    follow(payer, useCases.execute(payer, new NextPaymentStep(id, true)));
  }

  /** Takes a payment on from wherever it stands. */
  public void resume(PaymentId id) {
    follow(Actor.system(), useCases.execute(Actor.system(), new NextPaymentStep(id, false)));
  }

  /** Gives back what is due to go back for an order. */
  public void refund(OrderId order) {
    payments.ofOrder(order).stream()
        .filter(payment -> !payment.refundsDue().isEmpty())
        .map(Payment::id)
        .forEach(this::resume);
  }

  /**
   * Takes on payments nobody has touched since that moment. One that fails stops no other.
   *
   * @param failed told of each that failed
   */
  public void sweep(Instant before, BiConsumer<PaymentId, RuntimeException> failed) {
    for (PaymentId id : payments.unfinished(before, BATCH)) {
      try {
        resume(id);
      } catch (RuntimeException e) {
        failed.accept(id, e);
      }
    }
  }

  private void follow(Actor actor, PaymentStep first) {
    PaymentStep step = first;
    while (step.kind() != PaymentStep.Kind.NONE) {
      step = useCases.execute(actor, new RecordVerdict(step, ask(step)));
    }
  }

  private Verdict ask(PaymentStep step) {
    Payment payment = step.payment();
    return switch (step.kind()) {
      case AUTHORIZE -> provider.authorize(payment);
      case LOOK_UP -> provider.lookUpAuthorization(payment);
      case CAPTURE -> provider.capture(payment);
      case VOID -> provider.voidHold(payment);
      case REFUND -> provider.refund(payment, step.refund().orElseThrow());
      case NONE -> throw new IllegalStateException("nothing to ask");
    };
  }
}
