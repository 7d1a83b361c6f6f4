package dev.tradepost.domain.wallet;

import static dev.tradepost.domain.shared.Refusals.reasonOf;
import static dev.tradepost.domain.shared.Refusals.refusalOf;
import static dev.tradepost.domain.wallet.WalletFixture.ALICE;
import static dev.tradepost.domain.wallet.WalletFixture.ORDER;
import static dev.tradepost.domain.wallet.WalletFixture.USD;
import static dev.tradepost.domain.wallet.WalletFixture.eur;
import static dev.tradepost.domain.wallet.WalletFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.tradepost.domain.shared.Change;
import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.SharedReason;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EscrowTest {
  private static final long SEED = Long.getLong("seed", System.nanoTime());

  @Test
  void an_escrow_starts_empty() {
    Escrow empty = Escrow.empty(ORDER, ALICE, USD);
    assertThat(empty).isEqualTo(new Escrow(ORDER, ALICE, usd("0"), usd("0"), usd("0"), 0));
    assertThat(empty.left()).isEqualTo(usd("0"));
    assertThat(empty.refundable()).isEqualTo(usd("0"));
    assertThat(empty.owner()).contains(ALICE);
    assertThat(empty.aggregateId()).isEqualTo(ORDER.toString());
  }

  @Test
  void captured_money_comes_in_refunds_go_out_and_the_rest_is_earned() {
    Change<Escrow> captured = Escrow.empty(ORDER, ALICE, USD).capture(usd("10"));
    check(captured, escrow("10", "0", "0", 1), EntryType.ORDER_PAYMENT, "10", "10");
    Change<Escrow> refunded = captured.state().refund(usd("4"));
    check(refunded, escrow("10", "4", "0", 2), EntryType.ORDER_REFUND, "4", "6");
    Change<Escrow> earned = refunded.state().earn();
    check(earned, escrow("10", "4", "6", 3), EntryType.REVENUE, "6", "0");
  }

  private static void check(
      Change<Escrow> change, Escrow expected, EntryType kind, String amount, String left) {
    assertThat(change.state()).isEqualTo(expected);
    assertThat(change.events())
        .containsExactly(new EscrowEvent.Moved(ORDER, kind, usd(amount), usd(left)));
  }

  @Test
  void a_refund_after_the_money_was_earned_is_taken_from_what_was_earned() {
    Escrow earned = escrow("10", "4", "6", 3);
    assertThat(earned.left()).isEqualTo(usd("0"));
    assertThat(earned.refundable()).isEqualTo(usd("6"));
    assertThat(earned.refund(usd("5")).state()).isEqualTo(escrow("10", "9", "1", 4));
  }

  @Test
  void a_refund_takes_from_what_was_earned_only_what_the_escrow_has_not_left() {
    Escrow partly = escrow("10", "0", "7", 2);
    assertThat(partly.refund(usd("3")).state()).isEqualTo(escrow("10", "3", "7", 3));
    assertThat(partly.refund(usd("3.01")).state()).isEqualTo(escrow("10", "3.01", "6.99", 3));
  }

  @Test
  void no_more_than_came_in_is_ever_given_back() {
    Escrow escrow = escrow("10", "4", "6", 3);
    Rejection refusal = refusalOf(() -> escrow.refund(usd("6.01")));
    assertThat(refusal.reason()).isEqualTo(WalletReason.REFUND_EXCEEDS_ESCROW);
    assertThat(refusal.detail()).isEqualTo("at most 6.00 USD can be given back, not 6.01 USD");
    assertThat(refusal.field()).contains("amount");
    Escrow all = escrow.refund(usd("6")).state();
    assertThat(reasonOf(() -> all.refund(usd("0.01"))))
        .isEqualTo(WalletReason.REFUND_EXCEEDS_ESCROW);
  }

  @Test
  void an_escrow_moves_amounts_above_zero_of_its_own_currency() {
    Escrow escrow = escrow("10", "0", "0", 1);
    assertThat(reasonOf(() -> escrow.capture(usd("0"))))
        .isEqualTo(SharedReason.AMOUNT_NOT_POSITIVE);
    assertThat(reasonOf(() -> escrow.refund(usd("-1"))))
        .isEqualTo(SharedReason.AMOUNT_NOT_POSITIVE);
    assertThat(reasonOf(() -> escrow.capture(eur("1")))).isEqualTo(SharedReason.CURRENCY_MISMATCH);
    assertThat(reasonOf(() -> escrow.refund(eur("1")))).isEqualTo(SharedReason.CURRENCY_MISMATCH);
  }

  @Test // S3-50
  void an_escrow_past_the_range_is_refused_and_never_wrapped() {
    Money most = new Money(Long.MAX_VALUE, USD);
    Escrow full = Escrow.empty(ORDER, ALICE, USD).capture(most).state();
    assertThat(reasonOf(() -> full.capture(usd("0.01"))))
        .isEqualTo(SharedReason.AMOUNT_OUT_OF_RANGE);
    assertThat(full.refund(most).state().left()).isEqualTo(usd("0"));
  }

  @Test
  void an_escrow_below_zero_cannot_be_written_down() {
    assertThatIllegalArgumentException().isThrownBy(() -> escrow("10", "4", "6.01", 1));
    assertThatIllegalArgumentException().isThrownBy(() -> escrow("10", "-1", "0", 1));
    assertThatIllegalArgumentException().isThrownBy(() -> escrow("10", "0", "-1", 1));
    assertThatIllegalArgumentException().isThrownBy(() -> escrow("-1", "0", "0", 1));
  }

  @Test
  void any_sequence_of_steps_gives_back_and_keeps_no_more_than_came_in() {
    Random random = new Random(SEED);
    for (int run = 0; run < 300; run++) {
      Escrow escrow = Escrow.empty(ORDER, ALICE, USD);
      Model model = new Model();
      for (int step = 0; step < 40; step++) {
        escrow = anyStep(escrow, model, random);
        check(escrow, model);
      }
    }
  }

  /** Four numbers: what came in, what went out, what the shop has, and how many steps it took. */
  private static final class Model {
    private long captured;
    private long refunded;
    private long revenue;
    private long steps;
  }

  private static Escrow anyStep(Escrow escrow, Model model, Random random) {
    Money amount = new Money(1 + random.nextInt(50), USD);
    return switch (random.nextInt(5)) {
      case 0, 1 -> {
        model.captured += amount.minor();
        model.steps++;
        yield escrow.capture(amount).state();
      }
      case 2, 3 -> refund(escrow, amount, model);
      default -> {
        model.revenue = model.captured - model.refunded;
        model.steps++;
        yield escrow.earn().state();
      }
    };
  }

  private static Escrow refund(Escrow escrow, Money amount, Model model) {
    if (amount.minor() > model.captured - model.refunded) {
      assertThat(reasonOf(() -> escrow.refund(amount)))
          .as("seed %d", SEED)
          .isEqualTo(WalletReason.REFUND_EXCEEDS_ESCROW);
      return escrow;
    }
    model.refunded += amount.minor();
    model.revenue = Math.min(model.revenue, model.captured - model.refunded);
    model.steps++;
    return escrow.refund(amount).state();
  }

  private static void check(Escrow escrow, Model model) {
    assertThat(escrow)
        .as("seed %d", SEED)
        .isEqualTo(
            new Escrow(
                ORDER,
                ALICE,
                new Money(model.captured, USD),
                new Money(model.refunded, USD),
                new Money(model.revenue, USD),
                model.steps));
    assertThat(escrow.left().minor())
        .as("seed %d", SEED)
        .isNotNegative()
        .isEqualTo(model.captured - model.refunded - model.revenue);
  }

  private static Escrow escrow(String captured, String refunded, String earned, long version) {
    return new Escrow(ORDER, ALICE, usd(captured), usd(refunded), usd(earned), version);
  }
}
