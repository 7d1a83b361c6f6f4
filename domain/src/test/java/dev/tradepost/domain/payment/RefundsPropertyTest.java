package dev.tradepost.domain.payment;

import static dev.tradepost.domain.shared.Refusals.reasonOf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.OrderId;
import dev.tradepost.domain.shared.PaymentId;
import dev.tradepost.domain.shared.RefundId;
import dev.tradepost.domain.shared.Stamp;
import dev.tradepost.domain.shared.UserId;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Random refunds against a model of three numbers: captured, due and done. */
class RefundsPropertyTest {
  private static final long SEED = Long.getLong("seed", System.nanoTime());
  private static final Currency USD = Currency.getInstance("USD");
  private static final UserId ALICE = new UserId("alice");
  private static final Stamp STAMP = new Stamp(Instant.parse("2026-03-01T12:00:00Z"), ALICE);

  @Test // S2-11, S0-05
  void any_sequence_of_refunds_never_exceeds_what_was_captured() {
    Random random = new Random(SEED);
    int refundedWhole = 0;
    for (int run = 0; run < 300; run++) {
      Payment payment = captured(1 + random.nextInt(100));
      for (int step = 0; step < 40; step++) {
        payment = anyStep(payment, random);
        check(payment);
      }
      refundedWhole += payment.status() == PaymentStatus.REFUNDED ? 1 : 0;
    }
    assertThat(refundedWhole).as("seed %d", SEED).isPositive();
  }

  private static Payment anyStep(Payment payment, Random random) {
    List<Refund> due = payment.refundsDue();
    if (!due.isEmpty() && random.nextBoolean()) {
      return payment.refundDone(due.get(random.nextInt(due.size())).id(), STAMP).state();
    }
    RefundId refund = new RefundId(new UUID(random.nextLong(), random.nextLong()));
    Money asked = new Money(1 + random.nextInt(40), USD);
    long left = payment.amount().minor() - dueAndDone(payment);
    if (asked.minor() > left) {
      assertThat(reasonOf(() -> payment.refundDue(refund, asked, "Test", STAMP)))
          .as("seed %d", SEED)
          .isEqualTo(PaymentReason.REFUND_EXCEEDS_CAPTURE);
      return payment;
    }
    return payment.refundDue(refund, asked, "Test", STAMP).state();
  }

  private static void check(Payment payment) {
    long captured = payment.amount().minor();
    long done =
        payment.refunds().stream()
            .filter(Refund::done)
            .mapToLong(refund -> refund.amount().minor())
            .sum();
    assertThat(dueAndDone(payment)).as("seed %d", SEED).isBetween(0L, captured);
    assertThat(payment.refunded().minor()).as("seed %d", SEED).isEqualTo(done);
    assertThat(payment.refundable().minor())
        .as("seed %d", SEED)
        .isEqualTo(captured - dueAndDone(payment));
    PaymentStatus expected =
        done == 0
            ? PaymentStatus.CAPTURED
            : done == captured ? PaymentStatus.REFUNDED : PaymentStatus.PARTIALLY_REFUNDED;
    assertThat(payment.status()).as("seed %d", SEED).isEqualTo(expected);
  }

  private static long dueAndDone(Payment payment) {
    return payment.refunds().stream().mapToLong(refund -> refund.amount().minor()).sum();
  }

  private static Payment captured(long minor) {
    PaymentId id = new PaymentId(new UUID(0, 1));
    OrderId order = new OrderId(new UUID(0, 2));
    Money amount = new Money(minor, USD);
    return Payment.start(id, order, ALICE, PaymentMethod.SANDBOX, "success", amount, STAMP)
        .then(it -> it.authorize(STAMP))
        .then(it -> it.capture(STAMP))
        .state();
  }
}
