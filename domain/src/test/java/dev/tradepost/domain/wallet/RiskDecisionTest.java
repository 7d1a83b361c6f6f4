package dev.tradepost.domain.wallet;

import static dev.tradepost.domain.wallet.WalletFixture.ALICES;
import static dev.tradepost.domain.wallet.WalletFixture.BOBS;
import static dev.tradepost.domain.wallet.WalletFixture.LATER;
import static dev.tradepost.domain.wallet.WalletFixture.POLICY;
import static dev.tradepost.domain.wallet.WalletFixture.alice;
import static dev.tradepost.domain.wallet.WalletFixture.usd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import dev.tradepost.domain.wallet.FraudRule.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RiskDecisionTest {
  private static final UUID ID = new UUID(5, 1);
  private static final FraudRule ALLOWS = new FraudRule.NewPayee(usd("1"), Verdict.ALLOW);
  private static final FraudRule REVIEWS = new FraudRule.NewPayee(usd("10"), Verdict.REVIEW);
  private static final FraudRule BLOCKS = new FraudRule.Velocity(0, Verdict.BLOCK);
  private static final FraudRule SLEEPS = new FraudRule.Velocity(1000, Verdict.BLOCK);

  @Test // S3-67
  void a_transfer_that_no_rule_finds_is_allowed() {
    assertThat(decide("5").verdict()).isEqualTo(Verdict.ALLOW);
    RiskDecision decision = decide("5", SLEEPS, REVIEWS);
    assertThat(decision)
        .isEqualTo(new RiskDecision(ID, ALICES, BOBS, usd("5"), Verdict.ALLOW, List.of(), LATER));
  }

  @Test // S3-67
  void the_gravest_of_the_rules_that_apply_decides_in_whatever_order_they_stand() {
    assertThat(decide("50", ALLOWS).verdict()).isEqualTo(Verdict.ALLOW);
    assertThat(decide("50", ALLOWS, REVIEWS).verdict()).isEqualTo(Verdict.REVIEW);
    assertThat(decide("50", REVIEWS, ALLOWS, SLEEPS).verdict()).isEqualTo(Verdict.REVIEW);
    assertThat(decide("50", REVIEWS, BLOCKS, ALLOWS).verdict()).isEqualTo(Verdict.BLOCK);
    assertThat(decide("50", BLOCKS, REVIEWS).verdict()).isEqualTo(Verdict.BLOCK);
  }

  @Test // S3-67
  void every_rule_that_applied_is_kept_with_its_numbers() {
    assertThat(decide("50", REVIEWS, SLEEPS, BLOCKS).findings())
        .containsExactly(
            "new-payee: 50.00 USD > 10.00 USD, never paid before",
            "velocity: 1 debits in a minute > 0");
  }

  @Test // S3-67
  void a_decision_changes_nothing_in_the_wallet() {
    Wallet wallet = alice(usd("100"));
    Wallet same = alice(usd("100"));
    RiskDecision.on(ID, wallet, BOBS, usd("5"), true, policy(BLOCKS), LATER);
    assertThat(wallet).isEqualTo(same);
  }

  @Test
  void a_decision_has_an_id_and_a_verdict() {
    assertThatNullPointerException()
        .isThrownBy(
            () -> new RiskDecision(null, ALICES, BOBS, usd("5"), Verdict.ALLOW, List.of(), LATER));
    assertThatNullPointerException()
        .isThrownBy(() -> new RiskDecision(ID, ALICES, BOBS, usd("5"), null, List.of(), LATER));
  }

  private static RiskDecision decide(String dollars, FraudRule... rules) {
    return RiskDecision.on(ID, alice(usd("100")), BOBS, usd(dollars), true, policy(rules), LATER);
  }

  private static WalletPolicy policy(FraudRule... rules) {
    return new WalletPolicy(
        POLICY.zone(), Limits.NONE, Optional.empty(), List.of(rules), ExchangeRates.sample());
  }
}
