package dev.tradepost.application.contract;

import dev.tradepost.application.Actor;
import dev.tradepost.application.Answer;
import dev.tradepost.application.Once;
import dev.tradepost.application.UseCases;
import dev.tradepost.application.payment.StartPayment;
import dev.tradepost.application.port.PaymentProvider;
import dev.tradepost.application.port.Views;
import dev.tradepost.application.process.PayOrder;
import dev.tradepost.application.process.SettlePayments;
import dev.tradepost.domain.payment.Payment;
import dev.tradepost.domain.shared.OrderId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Takes payments through a provider, as the shop does. */
public final class Cashier {
  private final Views views;
  private final SettlePayments settle;
  private final PayOrder payOrder;

  public Cashier(UseCases useCases, Views views, PaymentProvider provider) {
    this.views = views;
    this.settle = new SettlePayments(useCases, views.payments(), provider);
    this.payOrder = new PayOrder(useCases, settle);
  }

  /** The payment an order is started with. */
  public static StartPayment start(OrderId order, String card) {
    return new StartPayment(order, card, OptionalLong.empty());
  }

  /** Pays with this card and answers the payment as it stands then. */
  public Payment pay(Actor actor, OrderId order, String card) {
    payOrder.pay(actor, Optional.empty(), start(order, card), Cashier::rendered);
    return payment(order);
  }

  /** Pays at most once for this key. */
  public Answer pay(Actor actor, OrderId order, String card, Once once) {
    return payOrder.pay(actor, Optional.of(once), start(order, card), Cashier::rendered);
  }

  /** The last payment of the order. */
  public Payment payment(OrderId order) {
    List<Payment> payments = views.payments().ofOrder(order);
    return payments.get(payments.size() - 1);
  }

  /** Gives back what is due for the order. */
  public void refund(OrderId order) {
    settle.refund(order);
  }

  /** Takes on every payment last touched before then; a failing one fails the test. */
  public void sweep(Instant before) {
    settle.sweep(
        before,
        (id, failure) -> {
          throw failure;
        });
  }

  private static String rendered(Payment payment) {
    return payment.id() + " " + payment.status() + " " + payment.amount();
  }
}
