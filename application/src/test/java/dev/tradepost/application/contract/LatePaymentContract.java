package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.application.order.CancelOrder;
import dev.tradepost.application.order.ShipOrder;
import dev.tradepost.domain.order.MoneyState;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.payment.Payment;
import dev.tradepost.domain.payment.PaymentStatus;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.ProductId;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The order is called off or moves on while the provider thinks about its payment. */
public abstract class LatePaymentContract extends StorageContract {
  private ProductId laptop;

  @BeforeEach
  void fillTheShelf() {
    laptop = stocked("p1", 9);
  }

  private void cancel(Order order) {
    execute(ALICE, new CancelOrder(order.id(), Optional.empty(), OptionalLong.empty()));
  }

  private Cashier cashier(MeddlingProvider provider) {
    return new Cashier(useCases(), views(), provider);
  }

  @Test // S0-54, S1-26
  void a_hold_for_an_order_called_off_meanwhile_is_let_go() {
    Order order = placed("checkout", pieces(2, laptop));
    MeddlingProvider provider = new MeddlingProvider("authorize", () -> cancel(order));

    Payment payment = cashier(provider).pay(ALICE, order.id(), "success");

    assertThat(provider.asked()).containsExactly("authorize", "void");
    assertThat(payment.status()).isEqualTo(PaymentStatus.VOIDED);
    assertThat(order(order.id()).status()).isEqualTo("CANCELLED");
    assertThat(order(order.id()).moneyState()).isEqualTo(MoneyState.PENDING);
    assertThat(stock(laptop).available()).isEqualTo(9);
  }

  @Test // S0-30, S0-54, S1-26
  void money_captured_for_an_order_called_off_meanwhile_goes_back_at_once() {
    Order order = placed("checkout", pieces(2, laptop));
    MeddlingProvider provider = new MeddlingProvider("capture", () -> cancel(order));

    Payment payment = cashier(provider).pay(ALICE, order.id(), "success");

    assertThat(provider.asked()).containsExactly("authorize", "capture", "refund 1000.00 USD");
    assertThat(payment.status()).isEqualTo(PaymentStatus.REFUNDED);
    assertThat(payment.refunded()).isEqualTo(Money.of("1000", "USD"));
    assertThat(order(order.id()).status()).isEqualTo("CANCELLED");
    assertThat(order(order.id()).allowedActions()).isEmpty();
    assertThat(stock(laptop).available()).isEqualTo(9);
  }

  @Test // S0-54, S1-26
  void such_money_goes_back_once_however_often_it_is_swept() {
    Order order = placed("checkout", pieces(2, laptop));
    MeddlingProvider provider = new MeddlingProvider("capture", () -> cancel(order));
    Cashier cashier = cashier(provider);
    cashier.pay(ALICE, order.id(), "success");

    cashier.sweep(clock.advance(Duration.ofMinutes(1)));
    cashier.refund(order.id());

    assertThat(provider.asked()).filteredOn(asked -> asked.startsWith("refund")).hasSize(1);
    assertThat(cashier.payment(order.id()).refunds()).hasSize(1);
  }

  @Test // S1-26
  void a_hold_for_an_order_shipped_unpaid_meanwhile_is_let_go() {
    Order order = placed("direct", pieces(2, laptop));
    MeddlingProvider provider =
        new MeddlingProvider(
            "authorize",
            () ->
                execute(CLERK, new ShipOrder(order.id(), Optional.empty(), OptionalLong.empty())));

    Payment payment = cashier(provider).pay(ALICE, order.id(), "success");

    assertThat(payment.status()).isEqualTo(PaymentStatus.VOIDED);
    assertThat(order(order.id()).status()).isEqualTo("SHIPPED");
    assertThat(stock(laptop).onHand()).isEqualTo(7);
  }

  @Test // S1-25, S1-26
  void two_nodes_that_settle_one_payment_at_once_record_it_once() {
    Order order = placed("checkout", pieces(2, laptop));
    MeddlingProvider second = new MeddlingProvider("nothing", () -> {});
    MeddlingProvider first =
        new MeddlingProvider(
            "capture", () -> cashier(second).sweep(clock.advance(Duration.ofMinutes(1))));

    Payment payment = cashier(first).pay(ALICE, order.id(), "success");

    assertThat(second.asked()).containsExactly("capture");
    assertThat(payment.status()).isEqualTo(PaymentStatus.CAPTURED);
    assertThat(payment.refunds()).isEmpty();
    assertThat(order(order.id()).moneyState()).isEqualTo(MoneyState.PAID);
    assertThat(views().orders().timeline(order.id(), ALICE)).hasSize(3);
  }

  @Test // S1-26
  void a_hold_answered_after_the_sweep_gave_it_up_is_let_go() {
    Order order = placed("checkout", pieces(2, laptop));
    DecliningLookUp impatient = new DecliningLookUp();
    Cashier sweeper = new Cashier(useCases(), views(), impatient);
    MeddlingProvider slow =
        new MeddlingProvider(
            "authorize", () -> sweeper.sweep(clock.advance(Duration.ofMinutes(1))));

    Crowd<Payment> paying = Crowd.atOnce(1, i -> cashier(slow).pay(ALICE, order.id(), "success"));

    assertThat(paying.refused()).hasSize(1);
    assertThat(slow.asked()).containsExactly("authorize", "void");
    assertThat(sweeper.payment(order.id()).status()).isEqualTo(PaymentStatus.FAILED);
    assertThat(order(order.id())).isEqualTo(order);
  }
}
