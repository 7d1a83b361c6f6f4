package dev.tradepost.application.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tradepost.application.Answer;
import dev.tradepost.application.ApplicationReason;
import dev.tradepost.application.Once;
import dev.tradepost.application.memory.SandboxProvider;
import dev.tradepost.application.order.CancelOrder;
import dev.tradepost.application.order.ConfirmOrder;
import dev.tradepost.application.order.ShipOrder;
import dev.tradepost.application.order.TimelineEntry;
import dev.tradepost.domain.inventory.Reservation;
import dev.tradepost.domain.inventory.ReservationStatus;
import dev.tradepost.domain.order.MoneyState;
import dev.tradepost.domain.order.Order;
import dev.tradepost.domain.order.OrderReason;
import dev.tradepost.domain.payment.Payment;
import dev.tradepost.domain.payment.PaymentReason;
import dev.tradepost.domain.payment.PaymentStatus;
import dev.tradepost.domain.payment.Refund;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.ProductId;
import dev.tradepost.domain.shared.Reason;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.SharedReason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Payments through a provider, with every answer it can give. */
public abstract class PaymentContract extends StorageContract {
  private static final OptionalLong ANY_VERSION = OptionalLong.empty();
  private static final Once ONCE = new Once("alice POST payments", "key-1", "success");

  private Cashier cashier;
  private ProductId laptop;

  @BeforeEach
  void openTheTill() {
    cashier = new Cashier(useCases(), views(), new SandboxProvider());
    laptop = stocked("p1", 9);
  }

  private Reason refusal(Runnable paying) {
    return catchThrowableOfType(Rejection.class, paying::run).reason();
  }

  private Order cancelled(Order order) {
    return execute(ALICE, new CancelOrder(order.id(), Optional.empty(), ANY_VERSION)).order();
  }

  private List<String> moves(Order order) {
    return views().orders().timeline(order.id(), ALICE).stream().map(TimelineEntry::to).toList();
  }

  @Test // S0-52, S1-01, S2-03, S2-23
  void a_good_card_pays_the_order_in_every_lifecycle() {
    for (String lifecycle : List.of("direct", "checkout", "fulfilment")) {
      Order order = placed(lifecycle, pieces(2, laptop));
      Payment payment = cashier.pay(ALICE, order.id(), "success");

      assertThat(payment.status()).isEqualTo(PaymentStatus.CAPTURED);
      assertThat(payment.amount()).isEqualTo(Money.of("1000", "USD"));
      assertThat(payment.userId()).isEqualTo(ALICE.userId());
      assertThat(order(order.id()).moneyState()).isEqualTo(MoneyState.PAID);
      Reservation kept = work(work -> work.reservations().read(order.id())).orElseThrow();
      assertThat(kept.status()).isEqualTo(ReservationStatus.COMMITTED);
    }
    assertThat(stock(laptop).reserved()).isEqualTo(6);
  }

  @Test // X-03, S1-10
  void paying_confirms_first_where_the_lifecycle_wants_it() {
    Order order = placed("checkout", pieces(1, laptop));
    cashier.pay(ALICE, order.id(), "success");
    assertThat(moves(order)).containsExactly("CREATED", "CONFIRMED", "PAID");
  }

  @Test // S1-26
  void a_declined_card_moves_no_money_and_another_card_may_follow() {
    Order order = placed("checkout", pieces(1, laptop));

    assertThat(refusal(() -> cashier.pay(ALICE, order.id(), "declined")))
        .isEqualTo(PaymentReason.PAYMENT_DECLINED);
    assertThat(cashier.payment(order.id()).status()).isEqualTo(PaymentStatus.FAILED);
    assertThat(order(order.id())).isEqualTo(order);

    assertThat(cashier.pay(ALICE, order.id(), "success").status())
        .isEqualTo(PaymentStatus.CAPTURED);
    assertThat(views().payments().ofOrder(order.id()))
        .extracting(Payment::status)
        .containsExactly(PaymentStatus.FAILED, PaymentStatus.CAPTURED);
  }

  @Test // S1-26
  void an_unanswered_payment_that_never_happened_is_found_out_and_failed() {
    Order order = placed("checkout", pieces(1, laptop));
    assertThat(cashier.pay(ALICE, order.id(), "timeout").status()).isEqualTo(PaymentStatus.PENDING);

    cashier.sweep(clock.instant());
    assertThat(cashier.payment(order.id()).status())
        .as("touched this very moment")
        .isEqualTo(PaymentStatus.PENDING);
    cashier.sweep(clock.advance(Duration.ofMinutes(1)));

    assertThat(cashier.payment(order.id()).status()).isEqualTo(PaymentStatus.FAILED);
    assertThat(order(order.id())).isEqualTo(order);
    assertThat(cashier.pay(ALICE, order.id(), "success").status())
        .isEqualTo(PaymentStatus.CAPTURED);
  }

  @Test // S1-26
  void an_unanswered_payment_that_happened_is_found_out_and_captured() {
    Order order = placed("fulfilment", pieces(1, laptop));
    assertThat(cashier.pay(ALICE, order.id(), "unknown").status()).isEqualTo(PaymentStatus.PENDING);
    refused(ALICE, Cashier.start(order.id(), "success"), PaymentReason.PAYMENT_IN_PROGRESS);

    cashier.sweep(clock.advance(Duration.ofMinutes(1)));
    cashier.sweep(clock.advance(Duration.ofMinutes(1)));

    assertThat(cashier.payment(order.id()).status()).isEqualTo(PaymentStatus.CAPTURED);
    assertThat(order(order.id()).status()).isEqualTo("CONFIRMED");
    assertThat(order(order.id()).moneyState()).isEqualTo(MoneyState.PAID);
  }

  @Test // S1-16
  void payments_are_refused_for_what_is_paid_cancelled_or_shipped() {
    Order paid = placed("direct", pieces(1, laptop));
    cashier.pay(ALICE, paid.id(), "success");
    Order cancelled = cancelled(placed("checkout", pieces(1, laptop)));
    Order shipped = placed("direct", pieces(1, laptop));
    execute(CLERK, new ShipOrder(shipped.id(), Optional.empty(), ANY_VERSION));

    refused(ALICE, Cashier.start(paid.id(), "success"), OrderReason.ALREADY_PAID);
    refused(ALICE, Cashier.start(cancelled.id(), "success"), SharedReason.TRANSITION_NOT_ALLOWED);
    refused(ALICE, Cashier.start(shipped.id(), "success"), SharedReason.TRANSITION_NOT_ALLOWED);
  }

  @Test // S0-30, S0-54, S1-18, S2-05, T-10, A37
  void cancelling_a_paid_order_gives_stock_and_money_back() {
    for (String lifecycle : List.of("direct", "checkout", "fulfilment")) {
      Order order = placed(lifecycle, pieces(2, laptop));
      cashier.pay(ALICE, order.id(), "success");

      Order off = cancelled(order);
      assertThat(off.status()).isEqualTo("CANCELLED");
      assertThat(off.moneyState()).isEqualTo(MoneyState.REFUND_PENDING);
      assertThat(stock(laptop).available()).isEqualTo(9);
      cashier.refund(order.id());

      Payment payment = cashier.payment(order.id());
      assertThat(payment.status()).isEqualTo(PaymentStatus.REFUNDED);
      assertThat(payment.refunded()).isEqualTo(Money.of("1000", "USD"));
      assertThat(payment.refunds()).extracting(Refund::done).containsExactly(true);
      assertThat(order(order.id()).moneyState()).isEqualTo(MoneyState.REFUNDED);
      assertThat(order(order.id()).status()).isEqualTo("CANCELLED");
    }
  }

  @Test // S0-54, S1-26
  void a_refund_that_was_left_open_is_done_by_the_sweep_and_once() {
    Order order = placed("direct", pieces(1, laptop));
    cashier.pay(ALICE, order.id(), "success");
    cancelled(order);

    cashier.sweep(clock.advance(Duration.ofMinutes(1)));
    Payment refunded = cashier.payment(order.id());
    cashier.sweep(clock.advance(Duration.ofMinutes(1)));
    cashier.refund(order.id());

    assertThat(refunded.status()).isEqualTo(PaymentStatus.REFUNDED);
    assertThat(cashier.payment(order.id())).isEqualTo(refunded);
    assertThat(views().payments().unfinished(clock.advance(Duration.ofDays(1)), 10)).isEmpty();
  }

  @Test // S1-25, A21, S2-77
  void the_same_payment_sent_twice_pays_once() {
    Order order = placed("checkout", pieces(1, laptop));

    Answer first = cashier.pay(ALICE, order.id(), "success", ONCE);
    Object before = everything();
    Answer second = cashier.pay(ALICE, order.id(), "success", ONCE);

    assertThat(first.replayed()).isFalse();
    assertThat(second).isEqualTo(new Answer(first.text(), true));
    assertThat(everything()).isEqualTo(before);
  }

  @Test // S1-25, A23
  void a_payment_without_an_end_answers_its_twin_that_it_is_in_flight() {
    Order order = placed("checkout", pieces(1, laptop));
    Answer open = cashier.pay(ALICE, order.id(), "unknown", ONCE);
    assertThat(open.text()).contains("PENDING");

    assertThat(refusal(() -> cashier.pay(ALICE, order.id(), "unknown", ONCE)))
        .isEqualTo(ApplicationReason.KEY_IN_FLIGHT);
    cashier.sweep(clock.advance(Duration.ofMinutes(1)));
    Answer ended = cashier.pay(ALICE, order.id(), "unknown", ONCE);

    assertThat(ended.replayed()).isTrue();
    assertThat(ended.text()).contains("CAPTURED");
    assertThat(views().payments().ofOrder(order.id())).hasSize(1);
  }

  @Test // S1-25, A24
  void many_who_pay_one_order_at_once_pay_it_once() {
    for (int round = 0; round < 3; round++) {
      Order order = placed("checkout", pieces(1, laptop));
      Crowd<Payment> crowd = Crowd.atOnce(6, i -> cashier.pay(ALICE, order.id(), "success"));
      assertThat(crowd.winner()).isPresent();
      assertThat(views().payments().ofOrder(order.id()))
          .extracting(Payment::status)
          .containsExactly(PaymentStatus.CAPTURED);
      assertThat(moves(order)).containsExactly("CREATED", "CONFIRMED", "PAID");
    }
  }

  @Test // T-01
  void a_confirmed_order_stays_as_it_is_when_only_time_goes_by() {
    Order order = placed("checkout", pieces(1, laptop));
    execute(CLERK, new ConfirmOrder(order.id(), ANY_VERSION));
    cashier.pay(ALICE, order.id(), "success");
    Object before = everything();

    cashier.sweep(clock.advance(Duration.ofMinutes(16)));

    assertThat(everything()).isEqualTo(before);
  }
}
