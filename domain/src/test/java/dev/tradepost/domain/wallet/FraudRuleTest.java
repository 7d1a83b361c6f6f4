package dev.tradepost.domain.wallet;

import static dev.tradepost.domain.shared.Refusals.reasonOf;
import static dev.tradepost.domain.wallet.WalletFixture.ALICES;
import static dev.tradepost.domain.wallet.WalletFixture.LATER;
import static dev.tradepost.domain.wallet.WalletFixture.POLICY;
import static dev.tradepost.domain.wallet.WalletFixture.USD;
import static dev.tradepost.domain.wallet.WalletFixture.alice;
import static dev.tradepost.domain.wallet.WalletFixture.at;
import static dev.tradepost.domain.wallet.WalletFixture.deduction;
import static dev.tradepost.domain.wallet.WalletFixture.eur;
import static dev.tradepost.domain.wallet.WalletFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.Stamp;
import dev.tradepost.domain.wallet.FraudRule.Attempt;
import dev.tradepost.domain.wallet.FraudRule.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FraudRuleTest {
  private static final Instant T = LATER.at();
  private static final FraudRule VELOCITY = new FraudRule.Velocity(3, Verdict.BLOCK);
  private static final FraudRule UNUSUAL = new FraudRule.Unusual(10, Verdict.REVIEW);
  private static final FraudRule NEW_PAYEE = new FraudRule.NewPayee(usd("100"), Verdict.REVIEW);

  @Test // S3-67
  void a_debit_more_in_a_minute_than_allowed_is_too_fast() {
    assertThat(finding(VELOCITY, habit(0, "1", T), "1", T)).isEmpty();
    assertThat(finding(VELOCITY, habit(2, "1", T), "1", T)).isEmpty();
    assertThat(finding(VELOCITY, habit(3, "1", T), "1", T))
        .contains("velocity: 4 debits in a minute > 3");
  }

  @Test // S3-67
  void a_minute_later_the_count_begins_again() {
    Habit fast = habit(3, "1", T);
    assertThat(finding(VELOCITY, fast, "1", T.plusSeconds(59))).isPresent();
    assertThat(finding(VELOCITY, fast, "1", T.plusSeconds(60))).isEmpty();
    Habit again = fast.plus(100, T.plusSeconds(60));
    assertThat(again.inWindow()).isEqualTo(1);
    assertThat(again.debits()).isEqualTo(4);
  }

  @Test // S3-67
  void a_later_debit_does_not_keep_the_earlier_ones_in_the_count() {
    Habit slower = habit(3, "1", T).plus(100, T.plusSeconds(40));
    assertThat(finding(VELOCITY, slower, "1", T.plusSeconds(59))).isPresent();
    assertThat(finding(VELOCITY, slower, "1", T.plusSeconds(60))).isEmpty();
  }

  @Test // S3-67
  void a_clock_that_is_behind_does_not_begin_the_count_again() {
    assertThat(finding(VELOCITY, habit(3, "1", T), "1", T.minusSeconds(3600))).isPresent();
  }

  @Test // S3-67
  void an_amount_far_above_the_usual_is_unusual() {
    Habit habit = habit(5, "20", T);
    assertThat(finding(UNUSUAL, habit, "199.99", T)).isEmpty();
    assertThat(finding(UNUSUAL, habit, "200", T)).isEmpty();
    assertThat(finding(UNUSUAL, habit, "200.10", T))
        .contains("unusual: 200.10 USD > 10 x 20.00 USD");
  }

  @Test // S3-67
  void nothing_is_unusual_before_there_is_a_habit() {
    assertThat(finding(UNUSUAL, Habit.NONE, "999999", T)).isEmpty();
    assertThat(finding(UNUSUAL, habit(4, "1", T), "999999", T)).isEmpty();
    assertThat(finding(UNUSUAL, habit(5, "1", T), "999999", T)).isPresent();
  }

  @Test // S3-67, S3-50
  void the_greatest_amount_is_unusual_and_nothing_wraps() {
    Money most = new Money(Long.MAX_VALUE, USD);
    Attempt attempt = new Attempt(balance(habit(5, "1", T)), most, false, T);
    assertThat(UNUSUAL.finding(attempt, POLICY)).isPresent();
    Habit large = Habit.NONE.plus(Long.MAX_VALUE, T).plus(Long.MAX_VALUE, T);
    assertThat(large.usualMinor()).isGreaterThanOrEqualTo(Long.MAX_VALUE / 2);
  }

  @Test // S3-67
  void a_large_first_transfer_to_a_payee_is_found() {
    assertThat(newPayee("99.99", true)).isEmpty();
    assertThat(newPayee("100", true)).isEmpty();
    assertThat(newPayee("100.01", true))
        .contains("new-payee: 100.01 USD > 100.00 USD, never paid before");
    assertThat(newPayee("100.01", false)).isEmpty();
  }

  @Test // S3-67
  void only_a_rule_about_payees_asks_for_the_payee_and_only_above_its_amount() {
    assertThat(NEW_PAYEE.asksForPayee(usd("100"), POLICY)).isFalse();
    assertThat(NEW_PAYEE.asksForPayee(usd("100.01"), POLICY)).isTrue();
    assertThat(Stream.of(VELOCITY, UNUSUAL))
        .noneMatch(rule -> rule.asksForPayee(usd("999999"), POLICY));
  }

  @Test // S3-67, S3-74
  void an_amount_in_another_currency_is_compared_at_the_rate_of_the_table() {
    assertThat(NEW_PAYEE.asksForPayee(eur("90.49"), POLICY)).isFalse();
    assertThat(NEW_PAYEE.asksForPayee(eur("90.50"), POLICY)).isTrue();
    assertThat(reasonOf(() -> NEW_PAYEE.asksForPayee(Money.of("1", "KWD"), POLICY)))
        .isEqualTo(WalletReason.NO_EXCHANGE_RATE);
  }

  @Test
  void a_rule_says_what_follows() {
    assertThat(List.of(VELOCITY, UNUSUAL, NEW_PAYEE))
        .extracting(FraudRule::verdict)
        .containsExactly(Verdict.BLOCK, Verdict.REVIEW, Verdict.REVIEW);
    assertThatNullPointerException().isThrownBy(() -> new FraudRule.Velocity(3, null));
    assertThatNullPointerException().isThrownBy(() -> new FraudRule.Unusual(3, null));
    assertThatNullPointerException().isThrownBy(() -> new FraudRule.NewPayee(null, Verdict.BLOCK));
    assertThatNullPointerException().isThrownBy(() -> new FraudRule.NewPayee(usd("1"), null));
  }

  @Test // S3-67
  void every_spending_debit_of_a_wallet_makes_its_habit() {
    Wallet wallet = alice(usd("100"));
    for (int debit = 0; debit < 3; debit++) {
      wallet = deduction(wallet, usd("10")).wallet(ALICES);
    }
    assertThat(wallet.balance(USD).habit()).isEqualTo(new Habit(T, 3, 3, 3000));
    Stamp nextDay = at("2026-03-02T13:00:00Z");
    Wallet later = deduction(wallet, usd("10"), POLICY, nextDay).wallet(ALICES);
    assertThat(later.balance(USD).habit()).isEqualTo(new Habit(nextDay.at(), 1, 4, 4000));
  }

  private static Optional<String> finding(
      FraudRule rule, Habit habit, String dollars, Instant now) {
    return rule.finding(new Attempt(balance(habit), usd(dollars), true, now), POLICY);
  }

  private static Optional<String> newPayee(String dollars, boolean isNew) {
    Attempt attempt = new Attempt(balance(Habit.NONE), usd(dollars), isNew, T);
    return NEW_PAYEE.finding(attempt, POLICY);
  }

  /** So many debits of the same amount, all at once. */
  private static Habit habit(int debits, String dollars, Instant now) {
    Habit habit = Habit.NONE;
    for (int debit = 0; debit < debits; debit++) {
      habit = habit.plus(usd(dollars).minor(), now);
    }
    return habit;
  }

  private static Balance balance(Habit habit) {
    return new Balance(usd("1000"), usd("0"), Spending.none(USD), habit, Limits.NONE);
  }
}
