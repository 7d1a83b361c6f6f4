package dev.tradepost.domain.wallet;

import static dev.tradepost.domain.shared.Refusals.reasonOf;
import static dev.tradepost.domain.shared.Refusals.refusalOf;
import static dev.tradepost.domain.wallet.WalletFixture.ALICES;
import static dev.tradepost.domain.wallet.WalletFixture.JPY;
import static dev.tradepost.domain.wallet.WalletFixture.LATER;
import static dev.tradepost.domain.wallet.WalletFixture.NOON;
import static dev.tradepost.domain.wallet.WalletFixture.OTHER_HOLD;
import static dev.tradepost.domain.wallet.WalletFixture.POLICY;
import static dev.tradepost.domain.wallet.WalletFixture.USD;
import static dev.tradepost.domain.wallet.WalletFixture.added;
import static dev.tradepost.domain.wallet.WalletFixture.alice;
import static dev.tradepost.domain.wallet.WalletFixture.at;
import static dev.tradepost.domain.wallet.WalletFixture.bob;
import static dev.tradepost.domain.wallet.WalletFixture.capture;
import static dev.tradepost.domain.wallet.WalletFixture.conversion;
import static dev.tradepost.domain.wallet.WalletFixture.deduction;
import static dev.tradepost.domain.wallet.WalletFixture.eur;
import static dev.tradepost.domain.wallet.WalletFixture.held;
import static dev.tradepost.domain.wallet.WalletFixture.limits;
import static dev.tradepost.domain.wallet.WalletFixture.transfer;
import static dev.tradepost.domain.wallet.WalletFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tradepost.domain.shared.Money;
import dev.tradepost.domain.shared.Rejection;
import dev.tradepost.domain.shared.Stamp;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LimitsTest {
  private static final WalletPolicy KOLKATA =
      new WalletPolicy(
          ZoneId.of("Asia/Kolkata"),
          Limits.NONE,
          Optional.empty(),
          List.of(),
          ExchangeRates.sample());
  private static final Stamp BEFORE_MIDNIGHT = at("2026-03-14T18:29:59.999Z");
  private static final Stamp MIDNIGHT = at("2026-03-14T18:30:00Z");

  @Test // S3-65, S3-69
  void one_transaction_may_reach_its_limit_and_not_pass_it() {
    Wallet wallet = limited(limits("50", "-", "-"));
    deduction(wallet, usd("50"));
    Rejection refusal = refusalOf(() -> deduction(wallet, usd("50.01")));
    assertThat(refusal.reason()).isEqualTo(WalletReason.LIMIT_EXCEEDED);
    assertThat(refusal.detail())
        .isEqualTo(
            "this wallet may spend 50.00 USD in one transaction, this would make it 50.01 USD");
    Wallet once = deduction(wallet, usd("50")).wallet(ALICES);
    assertThat(deduction(once, usd("50")).wallet(ALICES).balance(USD).total())
        .isEqualTo(usd("900"));
  }

  @Test // S3-65, S3-69
  void all_debits_of_a_day_together_may_reach_its_limit_and_not_pass_it() {
    Wallet wallet = deduction(limited(limits("-", "50", "-")), usd("30")).wallet(ALICES);
    assertThat(reasonOf(() -> transfer(wallet, bob(), usd("20.01"))))
        .isEqualTo(WalletReason.LIMIT_EXCEEDED);
    assertThat(refusalOf(() -> transfer(wallet, bob(), usd("20.01"))).detail())
        .contains("50.00 USD a day", "50.01 USD");
    Wallet atLimit = transfer(wallet, bob(), usd("20")).wallet(ALICES);
    assertOverLimit(atLimit, usd("0.01"), POLICY, LATER);
  }

  @Test // S3-65
  void a_day_begins_at_midnight_in_the_zone_of_the_shop() {
    Wallet spent = spent(limited(limits("-", "50", "-")), "50", BEFORE_MIDNIGHT);
    assertOverLimit(spent, usd("0.01"), KOLKATA, BEFORE_MIDNIGHT);
    Wallet nextDay = spent(spent, "50", MIDNIGHT);
    assertOverLimit(nextDay, usd("0.01"), KOLKATA, MIDNIGHT);
    assertThat(nextDay.balance(USD).spending().inDay()).isEqualTo(usd("50"));
    assertThat(nextDay.balance(USD).spending().inMonth()).isEqualTo(usd("100"));
  }

  @Test // S3-65
  void the_zone_makes_a_difference() {
    Wallet spent = spent(limited(limits("-", "50", "-")), "50", BEFORE_MIDNIGHT);
    assertOverLimit(spent, usd("1"), POLICY, MIDNIGHT);
  }

  @Test // S3-65, S3-69
  void a_month_begins_at_midnight_too_and_outlasts_its_days() {
    Wallet first = spent(limited(limits("-", "-", "80")), "50", at("2026-03-05T10:00:00Z"));
    Stamp lastMoment = at("2026-03-31T18:29:59Z");
    Stamp april = at("2026-03-31T18:30:00Z");
    assertOverLimit(first, usd("30.01"), KOLKATA, lastMoment);
    Wallet march = spent(first, "30", lastMoment);
    assertOverLimit(march, usd("0.01"), KOLKATA, lastMoment);
    Wallet inApril = spent(march, "80", april);
    assertOverLimit(inApril, usd("0.01"), KOLKATA, april);
  }

  @Test // S3-65
  void the_same_month_of_another_year_is_another_month() {
    Wallet spent = spent(limited(limits("-", "-", "80")), "80", at("2026-03-05T10:00:00Z"));
    assertThat(spent(spent, "80", at("2027-03-05T10:00:00Z")).balance(USD).spending().inMonth())
        .isEqualTo(usd("80"));
  }

  @Test // S3-65
  void a_clock_that_is_behind_does_not_give_a_day_back() {
    Wallet spent = spent(limited(limits("-", "50", "-")), "50", MIDNIGHT);
    assertOverLimit(spent, usd("0.01"), KOLKATA, BEFORE_MIDNIGHT);
  }

  @Test // S3-65
  void held_money_counts_as_spent_until_it_is_released() {
    HeldFunds held = held(limited(limits("-", "50", "-")), usd("30"));
    Wallet holding = held.wallet().state();
    assertOverLimit(holding, usd("20.01"), POLICY, LATER);
    deduction(holding, usd("20"));
    assertThat(reasonOf(() -> held(holding, OTHER_HOLD, usd("20.01"), Optional.empty())))
        .isEqualTo(WalletReason.LIMIT_EXCEEDED);
    Wallet released = held.holds().get(0).state().release(holding, LATER).wallet().state();
    deduction(released, usd("50"));
  }

  @Test // S3-65
  void held_money_counts_towards_the_month_too() {
    Wallet holding = held(limited(limits("-", "-", "50")), usd("30")).wallet().state();
    assertOverLimit(holding, usd("20.01"), POLICY, LATER);
    assertOverLimit(holding, usd("20.01"), POLICY, at("2026-03-02T13:00:00Z"));
    deduction(holding, usd("20"));
  }

  @Test // S3-65
  void claiming_held_money_counts_it_once() {
    HeldFunds held = held(limited(limits("-", "50", "-")), usd("30"));
    Wallet captured =
        capture(held.wallet().state(), held.holds().get(0).state(), usd("30")).wallet(ALICES);
    assertThat(captured.balance(USD).spending().inDay()).isEqualTo(usd("30"));
    assertOverLimit(captured, usd("20.01"), POLICY, LATER);
    deduction(captured, usd("20"));
  }

  @Test // S3-65, S3-74
  void a_conversion_is_not_spending() {
    Wallet wallet = limited(limits("50", "50", "50"));
    Wallet converted = conversion(wallet, usd("100"), eur("90"), POLICY).wallet(ALICES);
    assertThat(converted.balance(USD).spending()).isEqualTo(wallet.balance(USD).spending());
    assertThat(converted.balance(USD).habit()).isEqualTo(Habit.NONE);
    deduction(converted, usd("50"));
  }

  @Test // S3-65
  void what_comes_in_is_not_limited_and_gives_no_room() {
    Wallet spent = deduction(limited(limits("50", "50", "50")), usd("50")).wallet(ALICES);
    Wallet richer = added(spent, usd("500"));
    assertOverLimit(richer, usd("0.01"), POLICY, LATER);
  }

  @Test // S3-65, S3-69
  void the_limits_of_the_shop_hold_where_a_wallet_has_none_of_its_own() {
    WalletPolicy shop = policy(limits("10", "50", "-"));
    Wallet none = alice(usd("1000"));
    assertOverLimit(none, usd("10.01"), shop, LATER);
    Wallet own = limited(limits("20", "-", "-"));
    Wallet spent = deduction(own, usd("20"), shop, LATER).wallet(ALICES);
    Wallet twice = deduction(spent, usd("20"), shop, LATER).wallet(ALICES);
    assertOverLimit(twice, usd("10.01"), shop, LATER);
    deduction(twice, usd("10"), shop, LATER);
  }

  @Test // S3-65, S3-74
  void the_limits_of_the_shop_are_compared_at_the_rate_of_its_table() {
    WalletPolicy shop = policy(limits("11.05", "-", "-"));
    Wallet wallet = alice(eur("100"));
    deduction(wallet, eur("10"), shop, LATER);
    assertOverLimit(wallet, eur("10.01"), shop, LATER);
    assertThat(shop.limitsOf(Balance.empty(JPY)).perTransaction()).contains(new Money(1649, JPY));
  }

  @Test // S3-69
  void a_limit_of_zero_lets_nothing_out() {
    assertOverLimit(limited(limits("0", "-", "-")), usd("0.01"), POLICY, LATER);
    assertOverLimit(limited(limits("-", "0", "-")), usd("0.01"), POLICY, LATER);
    assertOverLimit(limited(limits("-", "-", "0")), usd("0.01"), POLICY, LATER);
  }

  @Test // S3-69
  void a_limit_below_zero_is_refused() {
    assertThat(reasonOf(() -> limits("-0.01", "-", "-"))).isEqualTo(WalletReason.LIMIT_NEGATIVE);
    assertThat(reasonOf(() -> limits("-", "-0.01", "-"))).isEqualTo(WalletReason.LIMIT_NEGATIVE);
    assertThat(reasonOf(() -> limits("-", "-", "-0.01"))).isEqualTo(WalletReason.LIMIT_NEGATIVE);
  }

  private static void assertOverLimit(
      Wallet wallet, Money money, WalletPolicy policy, Stamp stamp) {
    assertThat(reasonOf(() -> deduction(wallet, money, policy, stamp)))
        .isEqualTo(WalletReason.LIMIT_EXCEEDED);
  }

  private static Wallet spent(Wallet wallet, String dollars, Stamp stamp) {
    return deduction(wallet, usd(dollars), KOLKATA, stamp).wallet(ALICES);
  }

  private static Wallet limited(Limits limits) {
    return alice(usd("1000")).limit(USD, limits, NOON).state();
  }

  private static WalletPolicy policy(Limits limits) {
    return new WalletPolicy(
        POLICY.zone(), limits, Optional.empty(), List.of(), ExchangeRates.sample());
  }
}
