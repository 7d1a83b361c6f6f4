package dev.tradepost.application.process;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Answer;
import dev.tradepost.application.Once;
import dev.tradepost.application.UseCases;
import dev.tradepost.application.payment.PaymentResult;
import dev.tradepost.application.payment.StartPayment;
import dev.tradepost.domain.payment.Payment;
import dev.tradepost.domain.shared.PaymentId;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Pays an order through a provider: writes the payment down, asks the provider, answers the
 * outcome. With an idempotency key the same request never pays twice, wherever the first try ended.
 */
public final class PayOrder {
  private final UseCases useCases;
  private final SettlePayments settle;

  public PayOrder(UseCases useCases, SettlePayments settle) {
    this.useCases = useCases;
    this.settle = settle;
  }

  /** The rendered payment; refuses what {@link StartPayment} and {@link PaymentResult} refuse. */
  public Answer pay(
      Actor actor, Optional<Once> once, StartPayment start, Function<Payment, String> render) {
    Answer started =
        useCases.executeOnce(
            actor, once.map(it -> it.step("start")), start, id -> id.value().toString());
    PaymentId id = new PaymentId(UUID.fromString(started.text()));
    if (!started.replayed()) {
      settle.start(actor, id);
    }
    PaymentResult result = new PaymentResult(id, started.replayed());
    Payment payment = useCases.execute(actor, result);
    String text =
        payment.inProgress()
            ? render.apply(payment) // not the end of it, so not kept for the key
            : useCases.executeOnce(actor, once, result, render).text();
    return new Answer(text, started.replayed());
  }
}
