package dev.tradepost.domain.payment;

import static dev.tradepost.domain.payment.PaymentStatus.AUTHORIZED;
import static dev.tradepost.domain.payment.PaymentStatus.CAPTURED;
import static dev.tradepost.domain.payment.PaymentStatus.FAILED;
import static dev.tradepost.domain.payment.PaymentStatus.PARTIALLY_REFUNDED;
import static dev.tradepost.domain.payment.PaymentStatus.PENDING;
import static dev.tradepost.domain.payment.PaymentStatus.REFUNDED;
import static dev.tradepost.domain.payment.PaymentStatus.VOIDED;
import static dev.tradepost.domain.shared.Refusals.reasonOf;
import static dev.tradepost.domain.shared.Refusals.refusalOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.LifecycleTable;
import dev.tradepost.domain.shared.LifecycleTable.Pair;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.PaymentId;
import dev.tradepost.domain.shared.RefundId;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.SharedReason;
import dev.tradepost.domain.shared.Stamp;
import dev.tradepost.domain.shared.UserId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentTest {
  private static final PaymentId ID = new PaymentId(new UUID(0, 1));
  private static final OrderId ORDER = new OrderId(new UUID(0, 2));
  private static final UserId ALICE = new UserId("alice");
  private static final Stamp NOON = new Stamp(Instant.parse("2026-03-01T12:00:00Z"), ALICE);
  private static final Stamp LATER = new Stamp(Instant.parse("2026-03-01T13:00:00Z"), ALICE);
  private static final RefundId FIRST = new RefundId(new UUID(0, 3));
  private static final RefundId SECOND = new RefundId(new UUID(0, 4));

  private static final LifecycleTable AS_ASKED =
      LifecycleTable.of(
          """
          PENDING             AUTHORIZE    AUTHORIZED
          PENDING             FAIL         FAILED
          AUTHORIZED          CAPTURE      CAPTURED
          AUTHORIZED          VOID         VOIDED
          AUTHORIZED          FAIL         FAILED
          CAPTURED            REFUND_PART  PARTIALLY_REFUNDED
          CAPTURED            REFUND_ALL   REFUNDED
          PARTIALLY_REFUNDED  REFUND_PART  PARTIALLY_REFUNDED
          PARTIALLY_REFUNDED  REFUND_ALL   REFUNDED
          """);

  static Stream<Pair<PaymentStatus, PaymentAction>> pairs() {
    return LifecycleTable.pairs(Payment.LIFECYCLE, PaymentAction.values());
  }

  @ParameterizedTest // A54, S0-52, S2-03
  @MethodSource("pairs")
  void a_payment_moves_only_as_its_table_says(Pair<PaymentStatus, PaymentAction> pair) {
    AS_ASKED.check(pair);
  }

  @Test
  void every_status_is_in_the_table() {
    assertThat(Payment.LIFECYCLE.states()).containsExactlyInAnyOrder(PaymentStatus.values());
  }

  @Test // S2-03, S2-37
  void a_payment_starts_pending() {
    Change<Payment> started = start("100");
    Payment payment = started.state();
    assertThat(payment.status()).isEqualTo(PENDING);
    assertThat(payment.amount()).isEqualTo(usd("100"));
    assertThat(payment.method()).isEqualTo(PaymentMethod.SANDBOX);
    assertThat(payment.source()).isEqualTo("success");
    assertThat(payment.createdAt()).isEqualTo(NOON.at());
    assertThat(payment.version()).isEqualTo(1);
    assertThat(payment.aggregateId()).isEqualTo(ID.toString());
    assertThat(payment.owner()).contains(ALICE);
    assertThat(started.events())
        .containsExactly(new PaymentEvent.Started(ID, ORDER, PaymentMethod.SANDBOX, usd("100")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1"})
  void nothing_cannot_be_paid(String amount) {
    assertThat(reasonOf(() -> start(amount))).isEqualTo(SharedReason.AMOUNT_NOT_POSITIVE);
  }

  @Test // S0-52, S2-03, S2-23
  void a_payment_is_authorized_and_then_captured() {
    checkMove(start("100").state().authorize(LATER), PENDING, AUTHORIZED, 2);
    checkMove(authorized().capture(LATER), AUTHORIZED, CAPTURED, 3);
  }

  @Test // S2-24
  void a_payment_that_fails_or_is_let_go_captures_nothing() {
    checkMove(start("100").state().fail(LATER), PENDING, FAILED, 2);
    checkMove(authorized().fail(LATER), AUTHORIZED, FAILED, 3);
    checkMove(authorized().voidHold(LATER), AUTHORIZED, VOIDED, 3);
    assertThat(authorized().voidHold(LATER).state().refundable().isZero()).isTrue();
  }

  @ParameterizedTest // S2-11, T-14
  @EnumSource(PaymentStatus.class)
  void what_came_in_stays_the_same_while_it_goes_back(PaymentStatus status) {
    boolean came = status == CAPTURED || status == PARTIALLY_REFUNDED || status == REFUNDED;
    assertThat(in(status).captured()).isEqualTo(usd(came ? "100" : "0"));
  }

  @ParameterizedTest
  @EnumSource(PaymentStatus.class)
  void a_payment_is_in_progress_until_its_end_is_known(PaymentStatus status) {
    assertThat(in(status).inProgress()).isEqualTo(status == PENDING || status == AUTHORIZED);
  }

  @Test // S0-30, S0-54, S2-11
  void a_refund_is_due_before_it_is_done() {
    Change<Payment> due = captured().refundDue(FIRST, usd("30"), "Damaged", LATER);
    assertThat(due.state().status()).isEqualTo(CAPTURED);
    assertThat(due.state().refundsDue())
        .containsExactly(new Refund(FIRST, usd("30"), "Damaged", false));
    assertThat(due.state().refunded()).isEqualTo(usd("0"));
    assertThat(due.state().refundable()).isEqualTo(usd("70"));
    assertThat(due.events())
        .containsExactly(new PaymentEvent.RefundDue(ID, ORDER, FIRST, usd("30")));
    Change<Payment> done = due.state().refundDone(FIRST, LATER);
    checkMove(done, CAPTURED, PARTIALLY_REFUNDED, 5);
    assertThat(done.state().refundsDue()).isEmpty();
    assertThat(done.state().refunded()).isEqualTo(usd("30"));
    assertThat(done.state().refundable()).isEqualTo(usd("70"));
  }

  @Test // S0-30, S2-11
  void a_payment_is_refunded_once_everything_went_back() {
    Payment both =
        captured()
            .refundDue(FIRST, usd("30"), "Damaged", LATER)
            .then(it -> it.refundDue(SECOND, usd("70"), "Cancelled", LATER))
            .state();
    assertThat(both.refundable()).isEqualTo(usd("0"));
    Payment part = both.refundDone(SECOND, LATER).state();
    assertThat(part.status()).isEqualTo(PARTIALLY_REFUNDED);
    assertThat(part.refundsDue()).extracting(Refund::id).containsExactly(FIRST);
    checkMove(part.refundDone(FIRST, LATER), PARTIALLY_REFUNDED, REFUNDED, 7);
  }

  @Test // S2-11
  void refunds_due_and_done_never_exceed_what_was_captured() {
    Payment payment = captured().refundDue(FIRST, usd("60"), "Damaged", LATER).state();
    Rejection refusal = refusalOf(() -> payment.refundDue(SECOND, usd("40.01"), "Damaged", LATER));
    assertThat(refusal.reason()).isEqualTo(PaymentReason.REFUND_EXCEEDS_CAPTURE);
    assertThat(refusal.detail()).isEqualTo("at most 40.00 USD can be refunded, not 40.01 USD");
    assertThat(payment.refundDue(SECOND, usd("40"), "Damaged", LATER).state().refundable())
        .isEqualTo(usd("0"));
  }

  @ParameterizedTest
  @EnumSource(
      value = PaymentStatus.class,
      names = {"PENDING", "AUTHORIZED", "VOIDED", "FAILED"})
  void what_was_never_captured_cannot_be_refunded(PaymentStatus status) {
    assertThat(in(status).refundable().isZero()).isTrue();
    assertThat(reasonOf(() -> in(status).refundDue(FIRST, usd("0.01"), "Gift", LATER)))
        .isEqualTo(PaymentReason.REFUND_EXCEEDS_CAPTURE);
  }

  @Test
  void a_refund_is_an_amount_above_zero_in_the_currency_that_was_captured() {
    assertThat(reasonOf(() -> captured().refundDue(FIRST, usd("0"), "Gift", LATER)))
        .isEqualTo(SharedReason.AMOUNT_NOT_POSITIVE);
    assertThat(reasonOf(() -> captured().refundDue(FIRST, usd("-5"), "Gift", LATER)))
        .isEqualTo(SharedReason.AMOUNT_NOT_POSITIVE);
    Money euros = Money.of("5", "EUR");
    assertThat(reasonOf(() -> captured().refundDue(FIRST, euros, "Gift", LATER)))
        .isEqualTo(SharedReason.CURRENCY_MISMATCH);
    assertThatNullPointerException()
        .isThrownBy(() -> captured().refundDue(FIRST, usd("5"), null, LATER));
  }

  @Test // S2-11
  void a_refund_that_was_never_decided_cannot_be_done() {
    refusedOrMistaken(() -> captured().refundDone(FIRST, LATER));
  }

  @Test // S2-11
  void a_refund_is_done_only_once() {
    Payment done =
        captured()
            .refundDue(FIRST, usd("30"), "Damaged", LATER)
            .then(it -> it.refundDone(FIRST, LATER))
            .state();
    refusedOrMistaken(() -> done.refundDone(FIRST, LATER));
  }

  @Test // S2-11
  void a_refund_is_decided_only_once() {
    Payment due = captured().refundDue(FIRST, usd("30"), "Damaged", LATER).state();
    refusedOrMistaken(() -> due.refundDue(FIRST, usd("30"), "Damaged", LATER));
  }

  private static void refusedOrMistaken(Runnable verb) {
    assertThatThrownBy(verb::run)
        .isInstanceOfAny(
            Rejection.class, IllegalArgumentException.class, IllegalStateException.class);
  }

  private static void checkMove(
      Change<Payment> change, PaymentStatus from, PaymentStatus to, long version) {
    assertThat(change.state().status()).isEqualTo(to);
    assertThat(change.state().version()).isEqualTo(version);
    assertThat(change.state().updatedAt()).isEqualTo(LATER.at());
    assertThat(change.state().createdAt()).isEqualTo(NOON.at());
    assertThat(change.state().amount()).isEqualTo(usd("100"));
    assertThat(change.events())
        .containsExactly(new PaymentEvent.StatusChanged(ID, ORDER, from, to));
  }

  private static Change<Payment> start(String amount) {
    return Payment.start(ID, ORDER, ALICE, PaymentMethod.SANDBOX, "success", usd(amount), NOON);
  }

  private static Payment authorized() {
    return start("100").then(it -> it.authorize(NOON)).state();
  }

  private static Payment captured() {
    return authorized().capture(NOON).state();
  }

  private static Payment in(PaymentStatus status) {
    Payment it = start("100").state();
    return new Payment(
        ID,
        ORDER,
        ALICE,
        it.method(),
        it.source(),
        it.amount(),
        status,
        List.of(),
        it.createdAt(),
        it.updatedAt(),
        1);
  }

  private static Money usd(String amount) {
    return Money.of(amount, "USD");
  }
}
